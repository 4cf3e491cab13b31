import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a double of a protocol sees it. */
export interface DoubleRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** How a double answers: with all of these parts, or with the first ones before the connection breaks. */
export interface DoubleAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly parts?: readonly string[];
  readonly breaks?: boolean;
}

/** Starts a server that speaks one protocol. Relative URLs are sent to it by its `fetch`. */
export async function startProtocolDouble(answer: (request: DoubleRequest) => DoubleAnswer) {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    request.resume();
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    requests.push(`${request.method} ${request.url}`);
    const { method = 'GET', headers } = request;
    const given = answer({ method, path: pathname, query: searchParams, headers });
    response.writeHead(given.status ?? 200, { 'content-type': 'text/event-stream', ...given.headers });
    response.flushHeaders();
    for (const part of given.parts ?? []) await new Promise((resolve) => response.write(part, resolve));
    if (given.breaks) response.socket!.destroySoon();
    else response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    requests,
    fetch: ((input, init) => fetch(new URL(String(input), url), init)) as typeof fetch,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
