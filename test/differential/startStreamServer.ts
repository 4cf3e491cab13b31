import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** A server that answers `/<number>` with the event stream of that number, in its chunks, and `/` with the page. */
export interface StreamServer {
  url: string;
  close(): Promise<void>;
}

/** Starts the server on a free port of this machine alone. */
export async function startStreamServer(
  page: string,
  getChunks: (number: number) => readonly Uint8Array[],
): Promise<StreamServer> {
  const server = createServer((request, response) => {
    const path = request.url?.slice(1) ?? '';
    if (/^\d+$/.test(path)) void sendStream(response, getChunks(Number(path)));
    else if (path === '') response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function sendStream(response: ServerResponse, chunks: readonly Uint8Array[]): Promise<void> {
  response.socket?.setNoDelay(true);
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  for (const chunk of chunks) {
    // Node joins the chunks that are written in one turn, so each has its own turn.
    await setImmediate();
    response.write(chunk);
  }
  response.end();
}
