import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Connect, Plugin } from 'vite';

/** Answers a request, as a route handler of most frameworks does. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** Lets Vite answer `/api/…`, in development and in the preview. Each request writes a line to the terminal. */
export function serveApi(answer: Answer): Plugin {
  const middleware: Connect.NextHandleFunction = (incoming, outgoing, next) => {
    if (incoming.url?.startsWith('/api/')) void respond(answer, incoming, outgoing);
    else next();
  };
  return {
    name: 'serve-api',
    configureServer({ middlewares }) {
      middlewares.use(middleware);
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(middleware);
    },
  };
}

async function respond(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let outcome = 'done';
  try {
    const response = await answer(await readRequest(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    // The page learns that the response has begun before its first byte.
    outgoing.flushHeaders();
    // If the client leaves, the pipeline cancels the body. If the body fails, it breaks the connection.
    await pipeline(response.body ?? [], outgoing);
  } catch (error) {
    outgoing.destroy();
    outcome = isDisconnection(error) ? 'the client has left' : String(error);
  }
  console.log(`${incoming.method} ${incoming.url}: ${outcome}`);
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = method === 'GET' || method === 'HEAD' ? null : await text(incoming);
  return new Request(new URL(url, 'http://localhost'), { method, headers: entries, body });
}

function isDisconnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
