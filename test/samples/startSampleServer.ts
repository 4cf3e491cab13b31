import express, { type Request, type Response } from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request of a sample, answered by the test. */
export interface Exchange {
  /** The method and the path, such as `POST /api/chat`. */
  readonly request: string;
  /** The body, parsed if it is JSON. */
  readonly body: unknown;
  readonly headers: Request['headers'];
  /** Whether the client closed the connection before the end of the answer. */
  readonly isAborted: boolean;
  /** Sends a part of the answer, after the head of the given media type. */
  write(text: string, type?: string): void;
  end(): void;
  /** Answers with a status and no stream. */
  fail(status: number): void;
}

const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <link rel="icon" href="data:," />
  <title>Sample</title>
  <body><script src="/samples.js"></script></body>
</html>`;

/** Starts a server that serves the samples' page, and gathers every other request for the test to answer. */
export async function startSampleServer(script: string) {
  const exchanges: Exchange[] = [];
  const app = express();
  app.get('/', (_request, response) => response.type('html').send(page));
  app.get('/samples.js', (_request, response) => response.type('js').set('Cache-Control', 'max-age=600').send(script));
  app.get('/marker', (_request, response) => response.status(204).end());
  app.use(express.text({ type: () => true }), (request, response) => {
    exchanges.push(createExchange(request, response));
  });

  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    /** Closes the connections of a sample and forgets its requests. */
    reset() {
      exchanges.length = 0;
      server.closeAllConnections();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

function createExchange(request: Request, response: Response): Exchange {
  return {
    request: `${request.method} ${request.path}`,
    body: parseBody(request),
    headers: request.headers,
    get isAborted() {
      return response.closed && !response.writableFinished;
    },
    write(text, type = 'text/plain') {
      if (!response.headersSent) response.type(type).flushHeaders();
      response.write(text);
    },
    end: () => void response.end(),
    fail: (status) => void response.status(status).type('text/plain').send('The sample server refused.'),
  };
}

function parseBody({ body }: Request): unknown {
  if (typeof body !== 'string' || body === '') return undefined;
  return JSON.parse(body);
}
