import { createGzip } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createEventSource, createFetchStream, list, type EventSourceOptions } from 'react-streamed/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startServer, type TestServer } from '../support/startServer.ts';

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Opens an event source on a server, and waits until it has ended. */
async function run(answer: Answer, options: EventSourceOptions = {}) {
  server = await startServer(answer);
  const source = createEventSource(`${server.url}/feed`, {
    accumulate: list(),
    reconnect: { initialDelay: 1, maxDelay: 1 },
    until: (event) => event.type === 'end',
    ...options,
  });
  source.open();
  await vi.waitFor(() => expect(['closed', 'error']).toContain(source.getSnapshot().status), {
    timeout: 15_000,
    interval: 5,
  });
  return source.getSnapshot();
}

const end = 'event: end\ndata\n\n';
const head = { 'content-type': 'text/event-stream' };

describe('an event source on a real server', () => {
  it('reads a stream that comes one byte at a time', async () => {
    const bytes = Buffer.from(`\uFEFF: hi\r\nid: ü\r\ndata: é👩‍🚀\r\ndata: b\r\n\r\n${end}`);
    const snapshot = await run(async (_, response) => {
      response.writeHead(200, head);
      response.socket?.setNoDelay(true);
      for (const byte of bytes) {
        response.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
    });
    expect(snapshot).toMatchObject({ status: 'closed', data: ['é👩‍🚀\nb'], lastEventId: 'ü' });
  });

  it('counts every event of a burst of 100,000', async () => {
    const snapshot = await run((_, response) => {
      response.writeHead(200, head);
      for (let i = 0; i < 100; i++) response.write('data: x\n\n'.repeat(1000));
      response.write(end);
    });
    expect(snapshot).toMatchObject({ status: 'closed', count: 100_000 });
  });

  it('reads a stream that is compressed', async () => {
    const snapshot = await run((_, response) => {
      response.writeHead(200, { ...head, 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      gzip.write('data: a\n\n');
      gzip.flush();
      gzip.end(`data: b\n\n${end}`);
    });
    expect(snapshot).toMatchObject({ status: 'closed', data: ['a', 'b'] });
  });

  it.each([301, 302, 303, 307, 308])('follows a redirect with status %i', async (status) => {
    const snapshot = await run((request, response) => {
      if (request.url === '/feed') response.writeHead(status, { location: '/moved' }).end();
      else response.writeHead(200, head).end(`data: ${request.url}\n\n${end}`);
    });
    expect(snapshot).toMatchObject({ status: 'closed', data: ['/moved'] });
    expect(snapshot.response?.url).toMatch(/\/moved$/);
  });

  it('fails on a line without an end, and closes the connection', async () => {
    let onClosed = () => {};
    const closed = new Promise<void>((resolve) => (onClosed = resolve));
    const snapshot = await run(
      (_, response) => {
        response.on('close', () => onClosed());
        response.writeHead(200, head);
        response.write('data: first\n\ndata: ');
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(10_000)));
        };
        response.on('drain', more);
        more();
      },
      { maxEventSize: 1_000_000 },
    );
    expect(snapshot).toMatchObject({ status: 'error', data: ['first'], error: { code: 'event-too-large' } });
    await closed;
  });

  it('sends back an ID of 4,000 bytes that no header could hold as text', async () => {
    const id = '日'.repeat(1333);
    const snapshot = await run((request, response) => {
      response.writeHead(200, head);
      const header = request.headers['last-event-id'] as string | undefined;
      if (!header) return response.end(`id: ${id}\ndata: a\n\n`);
      const sent = Buffer.from(header, 'latin1').toString('utf8');
      response.end(`data: ${sent === id}\n\n${end}`);
    });
    expect(snapshot).toMatchObject({ status: 'closed', data: ['a', 'true'] });
  });

  it.each([401, 404])('ends on status %i', async (status) => {
    const snapshot = await run((_, response) => response.writeHead(status).end('{"why":"no"}'));
    expect(snapshot).toMatchObject({ status: 'error', error: { code: 'http', status, body: '{"why":"no"}' } });
  });

  it('comes back after 408, 429, 500 and 503', async () => {
    const statuses = [408, 429, 500, 503];
    const snapshot = await run((_, response) => {
      const status = statuses.shift();
      if (status) response.writeHead(status, { 'retry-after': '0' }).end();
      else response.writeHead(200, head).end(`data: here\n\n${end}`);
    });
    expect(snapshot).toMatchObject({ status: 'closed', data: ['here'] });
  });
});

describe('a fetch stream on a real server', () => {
  it('is seen to close by the server when it is stopped', async () => {
    let onClosed = () => {};
    const closed = new Promise<void>((resolve) => (onClosed = resolve));
    server = await startServer((_, response) => {
      response.on('close', () => onClosed());
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('partial');
    });
    const stream = createFetchStream(server.url, { body: { prompt: 'hi' } });
    const result = stream.start();
    await vi.waitFor(() => expect(stream.getSnapshot().data).toBe('partial'), { interval: 1 });
    stream.stop();
    await closed;
    expect(await result).toMatchObject({ status: 'stopped', data: 'partial' });
  });

  it('tells a body that was cut from one that ended', async () => {
    server = await startServer((request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('12345', () => {
        if (request.url === '/cut') response.destroy();
        else response.end('67890');
      });
    });
    const whole = createFetchStream(`${server.url}/whole`);
    expect(await whole.start()).toMatchObject({ status: 'done', data: '1234567890' });
    expect(whole.getSnapshot().progress).toEqual({ loaded: 10, total: 10, ratio: 1 });
    const cut = createFetchStream(`${server.url}/cut`);
    expect(await cut.start()).toMatchObject({ status: 'error', data: '12345', error: { code: 'network' } });
    expect(cut.getSnapshot().progress).toEqual({ loaded: 5, total: 10, ratio: 0.5 });
  });

  it('tells a server that is not there', async () => {
    server = await startServer(() => {});
    const { url } = server;
    await server.close();
    server = undefined;
    expect(await createFetchStream(url).start()).toMatchObject({ status: 'error', error: { code: 'network' } });
    expect(await createFetchStream('/relative').start()).toMatchObject({ status: 'error', error: { code: 'request' } });
  });
});
