import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createFetchStream } from 'react-streamed/core';
import { openAiChat } from 'react-streamed/providers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../examples/proxy/expressApp.js';
import { POST } from '../../examples/proxy/nextRoute.js';
import { server } from '../../examples/proxy/nodeServer.js';
import { startServer, type TestServer } from '../support/startServer.ts';

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
}

const messages = [{ role: 'user', content: 'Hello' }];
const chunk = (content: string) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;

let model: TestServer;
let arrive: (asked: Asked) => void;
/** The next question that the model gets. */
let asked: Promise<Asked>;

beforeAll(async () => {
  model = await startServer((request, response) => arrive({ request, response }));
  vi.stubEnv('OPENAI_URL', `${model.url}/v1/chat/completions`);
  vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await model.close();
});

beforeEach(() => {
  asked = new Promise((resolve) => {
    arrive = resolve;
  });
});

/** Serves a proxy on a free port. */
async function listen(proxy: { listen(port: number, host: string): Server }) {
  const listening = proxy.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/chat`,
    fetch: globalThis.fetch,
    async close() {
      listening.close();
      listening.closeAllConnections();
      await once(listening, 'close');
    },
  };
}

/** Calls the route handler as Next.js does: the request's signal aborts when the client leaves. */
async function callRoute() {
  const fetch: typeof globalThis.fetch = (input, init) => POST(new Request(input, init));
  return { url: 'http://127.0.0.1/api/chat', fetch, close: async () => {} };
}

describe.each([
  ['Express', () => listen(app)],
  ['Node', () => listen(server)],
  ['Next.js', callRoute],
])('the proxy for %s', (name, start) => {
  let proxy: Awaited<ReturnType<typeof listen>>;

  beforeAll(async () => {
    proxy = await start();
  });

  afterAll(() => proxy.close());

  afterEach(() => vi.restoreAllMocks());

  const ask = () => {
    const stream = createFetchStream(proxy.url, {
      ...openAiChat,
      fetch: proxy.fetch,
      body: { messages },
      throttle: 'none',
    });
    const ended = stream.start();
    const shows = (text: string) => vi.waitFor(() => expect(stream.getSnapshot().data).toBe(text));
    return { ...stream, ended, shows };
  };

  it('passes each chunk on as it arrives', async () => {
    const { ended, shows, getSnapshot } = ask();
    const { response } = await asked;
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(chunk('Hel'));
    await shows('Hel');
    response.write(chunk('lo'));
    await shows('Hello');
    response.end('data: [DONE]\n\n');

    expect(await ended).toEqual({ status: 'done', data: 'Hello', error: undefined });
    const headers = getSnapshot().response!.headers;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
  });

  it('adds the key and chooses the model', async () => {
    const { ended } = ask();
    const { request, response } = await asked;
    expect(request.headers.authorization).toBe('Bearer sk-secret');
    expect(await json(request)).toEqual({
      model: 'gpt-5.4-mini',
      max_completion_tokens: 2000,
      messages,
      stream: true,
    });
    response.end(`${chunk('Hi')}data: [DONE]\n\n`);
    expect(await ended).toMatchObject({ status: 'done', data: 'Hi' });
  });

  it('shows an answer that the model cut as incomplete', async () => {
    const { ended } = ask();
    (await asked).response.end(chunk('Hi'));
    expect(await ended).toMatchObject({ status: 'error', data: 'Hi', error: { code: 'incomplete' } });
  });

  it('leaves the model when the client stops', async () => {
    const { stop, ended, shows } = ask();
    const { response } = await asked;
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(chunk('Hel'));
    await shows('Hel');
    const closed = once(response, 'close');
    const stoppedAt = performance.now();
    stop();
    await closed;
    console.log(`${name}: the model saw the client leave after ${(performance.now() - stoppedAt).toFixed(1)} ms`);

    expect(response.writableFinished).toBe(false);
    expect(await ended).toEqual({ status: 'stopped', data: 'Hel', error: undefined });
  });

  it('leaves the model when the client stops before the answer begins', async () => {
    const { stop, ended } = ask();
    const { response } = await asked;
    const closed = once(response, 'close');
    stop();
    await closed;

    expect(response.headersSent).toBe(false);
    expect(await ended).toEqual({ status: 'stopped', data: '', error: undefined });
  });

  it('does not ask the model if the question is invalid', async () => {
    for (const body of ['{}', 'null', '{oops']) {
      const headers = { 'Content-Type': 'application/json' };
      const { status } = await proxy.fetch(proxy.url, { method: 'POST', headers, body });
      expect(status).toBe(400);
    }
  });

  it('keeps to itself what the model says of the key', async () => {
    const { ended } = ask();
    const { response } = await asked;
    response.writeHead(401, { 'Content-Type': 'application/json' });
    response.end('{"error":{"message":"Incorrect API key provided: sk-secret"}}');

    const { status, error } = await ended;
    expect(status).toBe('error');
    expect(error).toMatchObject({ code: 'http', status: 502, body: '{"error":"The model cannot answer now."}' });
  });

  it('says how long to wait if the model is busy', async () => {
    const { ended } = ask();
    const { response } = await asked;
    response.writeHead(429, { 'Retry-After': '7' }).end();

    const { error } = await ended;
    expect(error).toMatchObject({ code: 'http', status: 429 });
    expect(error?.headers?.get('retry-after')).toBe('7');
  });

  it('breaks off when the model does, so that half an answer does not look complete', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { ended, shows } = ask();
    const { response } = await asked;
    // If the server announced that it would close, Node's fetch takes the part that it received for the whole.
    response.removeHeader('connection');
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(chunk('Half'));
    await shows('Half');
    response.destroy();

    expect(await ended).toMatchObject({ status: 'error', data: 'Half', error: { code: 'network' } });
  });
});
