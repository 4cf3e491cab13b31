import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { concat, createEventSource, createFetchStream, list } from 'react-streamed/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSources, type Sources } from '../../examples/servers/sources.js';
import { exampleServers, listen } from '../support/exampleServers.ts';

/** What a server reads from, once it reads: the test writes the pieces. */
interface OpenedSource {
  /** The last event ID of a feed, the message of a question. */
  readonly asked: string | undefined;
  readonly signal: AbortSignal;
  readonly pieces: PassThrough;
}

/** Sources whose pieces are written by hand. */
function createManualSources() {
  const opened: OpenedSource[] = [];
  async function* read(asked: string | undefined, signal: AbortSignal) {
    const pieces = new PassThrough({ objectMode: true, signal });
    opened.push({ asked, signal, pieces });
    yield* pieces;
  }
  return {
    sources: { feed: read, answer: read, log: (signal: AbortSignal) => read(undefined, signal) } as Sources,
    /** The source that the server reads next. */
    async next() {
      await vi.waitFor(() => expect(opened).not.toHaveLength(0), { interval: 1 });
      return opened.shift()!;
    },
  };
}

let close = async () => {};

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await close();
  close = async () => {};
});

const fast = { interval: 1, timeout: 5000 };

describe.each(exampleServers)('the example server of %s', (_name, createServer) => {
  async function start(sources: Sources) {
    const server = await listen(await createServer(sources));
    ({ close } = server);
    return server;
  }

  const ask = (url: string, message = 'Hi') =>
    createFetchStream(`${url}/chat`, {
      body: { message },
      as: 'events',
      until: ({ data }) => data === '[DONE]',
      parse: (event) => (JSON.parse(event.data) as { text: string }).text,
      accumulate: concat(),
      throttle: 'none',
    });

  it('resumes a feed that was cut, with nothing lost or doubled', async () => {
    const { url, cut } = await start(createSources({ interval: 1 }));
    const feed = createEventSource(`${url}/feed`, {
      accumulate: list(),
      reconnect: { initialDelay: 1, maxDelay: 1 },
      until: ({ lastEventId }) => lastEventId === '31',
      throttle: 'none',
      onEvent: (_item, { lastEventId }) => {
        if (lastEventId === '10' || lastEventId === '20') cut();
      },
    });
    feed.open();
    await vi.waitFor(() => expect(feed.getSnapshot().status).toBe('closed'), fast);

    expect(feed.getSnapshot().data).toEqual(Array.from({ length: 30 }, (_, index) => `{"number":${index + 1}}`));
  });

  it('asks the source of a feed for what follows the last event', async () => {
    const { sources, next } = createManualSources();
    const { url, cut } = await start(sources);
    const feed = createEventSource(`${url}/feed`, { reconnect: { maxDelay: 1 }, throttle: 'none' });
    feed.open();
    const first = await next();
    expect(first.asked || undefined).toBeUndefined();
    first.pieces.write({ id: 'a-7', data: 'seven' });
    await vi.waitFor(() => expect(feed.getSnapshot().data).toBe('seven'), fast);
    cut();

    expect((await next()).asked).toBe('a-7');
    expect(first.signal.aborted).toBe(true);
    feed.close();
  });

  it('opens a feed before there is an event', async () => {
    const { sources, next } = createManualSources();
    const { url } = await start(sources);
    const feed = createEventSource(`${url}/feed`);
    feed.open();
    await vi.waitFor(() => expect(feed.getSnapshot().status).toBe('open'), fast);
    const { signal } = await next();
    expect(feed.getSnapshot().response?.headers.get('content-type')).toMatch(/^text\/event-stream/);

    feed.close();
    await vi.waitFor(() => expect(signal.aborted).toBe(true), fast);
  });

  it('sends a heartbeat until the client leaves', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { sources, next } = createManualSources();
    const { url } = await start(sources);
    const controller = new AbortController();
    const { body } = await fetch(`${url}/feed`, { signal: controller.signal });
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    const { pieces, signal } = await next();
    pieces.write({ id: '1', data: 'first' });
    let text = '';
    while (!/first[^]*\n\n$/.test(text)) text += (await reader.read()).value;
    text = '';
    vi.advanceTimersByTime(15_000);
    while (!text.endsWith('\n\n')) text += (await reader.read()).value;
    expect(text).toMatch(/^: ?\n\n$/);

    controller.abort();
    await vi.waitFor(() => expect(signal.aborted).toBe(true), fast);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0), fast);
  });

  it('passes each piece of an answer on as it comes', async () => {
    const { sources, next } = createManualSources();
    const { url } = await start(sources);
    const chat = ask(url, 'What is 1 + 1?');
    const ended = chat.start();
    const { asked, pieces } = await next();
    expect(asked).toBe('What is 1 + 1?');
    pieces.write('It is ');
    await vi.waitFor(() => expect(chat.getSnapshot().data).toBe('It is '), fast);
    pieces.end('two.\nSure.');

    expect(await ended).toEqual({ status: 'done', data: 'It is two.\nSure.', error: undefined });
    const { headers } = chat.getSnapshot().response!;
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it.each([
    ['before it begins', ''],
    ['in its middle', 'Hel'],
  ])('stops an answer %s when the client stops', async (_when, text) => {
    const { sources, next } = createManualSources();
    const { url } = await start(sources);
    const chat = ask(url);
    const ended = chat.start();
    const { pieces, signal } = await next();
    if (text) pieces.write(text);
    await vi.waitFor(() => expect(chat.getSnapshot().data).toBe(text), fast);
    const aborted = once(signal, 'abort');
    chat.stop();

    await aborted;
    expect(await ended).toEqual({ status: 'stopped', data: text, error: undefined });
  });

  it('breaks off when the source fails, so that half an answer does not look complete', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { sources, next } = createManualSources();
    const { url } = await start(sources);
    const chat = ask(url);
    const ended = chat.start();
    const { pieces } = await next();
    pieces.write('Half');
    await vi.waitFor(() => expect(chat.getSnapshot().data).toBe('Half'), fast);
    pieces.destroy(new Error('The model broke.'));

    expect(await ended).toMatchObject({ status: 'error', data: 'Half', error: { code: 'network' } });
  });

  it.each(['{}', 'null', '{oops'])('answers 400 to %s', async (body) => {
    const { url } = await start(createSources());
    const headers = { 'Content-Type': 'application/json' };
    const { status } = await fetch(`${url}/chat`, { method: 'POST', headers, body });
    expect(status).toBe(400);
  });

  it('sends the lines of a log', async () => {
    const { url } = await start(createSources({ interval: 1 }));
    const log = createFetchStream(`${url}/log`, { as: 'lines' });
    const lines = ['install: passed', 'lint: passed', 'test: passed', 'build: passed'];
    expect(await log.start()).toEqual({ status: 'done', data: lines, error: undefined });
  });

  it('sends a line of a log before there is another, and stops when the client does', async () => {
    const { sources, next } = createManualSources();
    const { url } = await start(sources);
    const log = createFetchStream(`${url}/log`, { as: 'lines', throttle: 'none' });
    void log.start();
    const { pieces, signal } = await next();
    pieces.write('one\n');
    await vi.waitFor(() => expect(log.getSnapshot().data).toEqual(['one']), fast);
    const aborted = once(signal, 'abort');
    log.stop();
    await aborted;
  });
});
