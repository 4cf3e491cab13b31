import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { sourceAlias } from '../../scripts/entries.js';
import { fromRoot } from '../projects/fromRoot.ts';

/** One request for a stream. */
export interface StreamRequest {
  readonly url: string;
  readonly lastEventId: string | undefined;
  isOpen: boolean;
  readonly response: ServerResponse;
}

type Handler = (stream: StreamRequest) => void;

/** A server over HTTP/1.1 whose feed grows by a thousand events in a second, with IDs that count up by one. */
export interface TabServer {
  readonly url: string;
  readonly streams: StreamRequest[];
  countOpen(): number;
  /** Answers the streams of a path by a function. */
  answer(path: string, handler: Handler): void;
  close(): Promise<void>;
}

/** How many milliseconds pass between two events of the feed. */
const interval = 1;

/** Starts the server on a free port of localhost, which browsers count as a secure context. */
export async function startTabServer(): Promise<TabServer> {
  const script = await bundlePage();
  const start = performance.now();
  const streams: StreamRequest[] = [];
  const handlers = new Map<string, Handler>();
  /** The ID of the latest event: the feed exists whether or not somebody listens. */
  const latestId = () => 1 + Math.floor((performance.now() - start) / interval);

  const openStream = (request: IncomingMessage, response: ServerResponse) => {
    const lastEventId = request.headers['last-event-id'];
    const stream = { url: request.url!, lastEventId: lastEventId as string | undefined, isOpen: true, response };
    streams.push(stream);
    response.on('close', () => {
      stream.isOpen = false;
    });
    return stream;
  };
  const sendFeed = (request: IncomingMessage, response: ServerResponse) => {
    const { lastEventId } = openStream(request, response);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    let sent = lastEventId === undefined ? latestId() : Number(lastEventId);
    const write = () => {
      const latest = latestId();
      let text = '';
      for (; sent < latest; sent += 1) text += `id: ${sent + 1}\ndata: ${request.url} ${sent + 1}\n\n`;
      if (text) response.write(text);
    };
    response.flushHeaders();
    write();
    const timer = setInterval(write, interval);
    response.on('close', () => clearInterval(timer));
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const handler = handlers.get(path);
    if (handler) {
      handler(openStream(request, response));
    } else if (path.startsWith('/events')) {
      sendFeed(request, response);
    } else if (path === '/page.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else if (path === '/ping') {
      response.setHeader('cache-control', 'no-store').end('pong');
    } else if (path === '/favicon.ico') {
      response.writeHead(204).end();
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    streams,
    countOpen: () => streams.filter(({ isOpen }) => isOpen).length,
    answer: (path, handler) => handlers.set(path, handler),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const html = `<!doctype html><html lang="en"><title>Tab</title><main></main><script src="/page.js"></script></html>`;

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fromRoot('test/tabs/page/main.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    alias: sourceAlias,
  });
  return outputFiles[0]!.text;
}
