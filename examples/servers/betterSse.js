import { createSession } from 'better-sse';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createSources } from './sources.js';
import { startIfMain } from './startIfMain.js';

// Neither a cache nor a compression may hold pieces back; nginx needs its own header.
const headers = { 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' };
const sessionOptions = { headers, keepAlive: 15_000, serializer: String };

/** Creates a server of Node with sessions of better-sse that streams a feed, an answer and a log. */
export function createBetterSseServer({ feed, answer, log } = createSources()) {
  /** @type {Record<string, (request: Request, response: Response, signal: AbortSignal) => Promise<unknown>>} */
  const routes = {
    async 'GET /feed'(request, response, signal) {
      const session = await createSession(request, response, sessionOptions);
      for await (const { id, data } of feed(session.lastId, signal)) session.push(data, 'message', id);
    },

    async 'POST /chat'(request, response, signal) {
      // Read to its close first: a session takes the close of its request for a client that left.
      const body = /** @type {{ message?: unknown } | undefined} */ (await json(request).catch(() => undefined));
      const message = body?.message;
      if (typeof message !== 'string') return response.writeHead(400).end('{"error":"A message is missing."}');
      // A comment after the end of the response would be an error that nobody handles.
      const session = await createSession(request, response, { ...sessionOptions, keepAlive: null });
      for await (const text of answer(message, signal)) session.push(JSON.stringify({ text }));
      session.push('[DONE]');
      response.end();
    },

    async 'GET /log'(_request, response, signal) {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).flushHeaders();
      await pipeline(log(signal), response);
    },
  };

  return createServer(async (request, response) => {
    const client = new AbortController();
    response.once('close', () => client.abort());
    const route = routes[`${request.method} ${request.url?.split('?')[0]}`];
    if (!route) return response.writeHead(404).end();
    try {
      await route(request, response, client.signal);
    } catch (error) {
      if (client.signal.aborted) return;
      console.error(error);
      response.destroy();
    }
  });
}

await startIfMain(import.meta.url, createBetterSseServer);

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
