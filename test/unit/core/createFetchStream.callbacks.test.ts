import { createFetchStream, type Accumulator } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';

describe('a fetch stream whose callbacks start and stop it', () => {
  it('leaves no run behind when onStop starts another', async () => {
    const mock = createMockStream();
    const nested: Promise<{ status: string }>[] = [];
    let stops = 0;
    const stream = createFetchStream('/a', {
      fetch: mock.fetch,
      onStop: () => {
        if (stops++ === 0) nested.push(stream.start({ url: '/nested' }));
      },
    });
    const first = stream.start();
    await mock.nextRequest();
    const second = stream.start({ url: '/b' });
    expect((await mock.nextRequest()).url).toBe('/nested');
    stream.stop();
    expect(await first).toMatchObject({ status: 'stopped' });
    expect(await second).toMatchObject({ status: 'stopped' });
    expect(await nested[0]).toMatchObject({ status: 'stopped' });
    expect(mock.requests.every(({ aborted }) => aborted)).toBe(true);
  });

  it('keeps running if onStop starts it in reset()', async () => {
    const mock = createMockStream();
    let starts = 0;
    const stream = createFetchStream('/a', {
      fetch: mock.fetch,
      onStop: () => {
        if (starts++ === 0) void stream.start();
      },
    });
    void stream.start();
    await mock.nextRequest();
    stream.reset();
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', isStreaming: true });
    stream.reset();
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', isStreaming: false });
  });

  it.each([true, false])('is stopped for good by stop() in `when`, whatever that answers (%s)', async (answer) => {
    const mock = createMockStream({ answer: { status: 401, body: '' } });
    const clock = createManualClock();
    const onError = vi.fn();
    const stream = createFetchStream('/a', {
      fetch: mock.fetch,
      clock,
      onError,
      retry: { when: (): boolean => (stream.stop(), answer) },
    });
    expect(await stream.start()).toMatchObject({ status: 'stopped' });
    await clock.advanceAsync(60_000);
    expect(stream.getSnapshot().status).toBe('stopped');
    expect(mock.requests).toHaveLength(1);
    expect(onError).not.toHaveBeenCalled();
    expect(clock.pending).toBe(0);
  });

  // An abort may come in the microtasks between the settling of a promise and what follows it.
  it.each(Array.from({ length: 15 }, (_, index) => index))('stays stopped by stop() after %i microtasks', async (n) => {
    for (const status of [200, 500]) {
      const clock = createManualClock();
      const calls: string[] = [];
      let sent = 0;
      const stream = createFetchStream('/a', {
        clock,
        body: {},
        connectTimeout: 1000,
        fetch: () => {
          sent++;
          return Promise.resolve(new Response(new ReadableStream({}), { status }));
        },
        onOpen: () => void calls.push('open'),
        onStop: () => void calls.push('stop'),
        onError: () => void calls.push('error'),
      });
      const end = stream.start();
      for (let i = 0; i < n; i++) await Promise.resolve();
      const sentBefore = sent;
      stream.stop();
      expect(clock.pending).toBe(0);
      await clock.advanceAsync(0);
      expect(await end).toMatchObject({ status: 'stopped' });
      expect(stream.getSnapshot().status).toBe('stopped');
      expect(calls.at(-1)).toBe('stop');
      expect(sent).toBe(sentBefore);
      expect(clock.pending).toBe(0);
    }
  });

  it('reports no unhandled rejection for a schema that answers later', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const validate = () => Promise.reject(new Error('later'));
    const mock = createMockStream({ answer: (request) => void request.text('1\n').end() });
    const stream = createFetchStream('/a', {
      fetch: mock.fetch,
      as: 'json-lines',
      parse: { '~standard': { version: 1, vendor: 'test', validate } },
    });
    expect(await stream.start()).toMatchObject({ status: 'error', error: { code: 'parse' } });
    await new Promise(setImmediate);
    expect(unhandled).not.toHaveBeenCalled();
    process.off('unhandledRejection', unhandled);
  });

  it('is switched by its url if a key keeps its identity', async () => {
    const mock = createMockStream();
    const stream = createFetchStream(null, { fetch: mock.fetch, key: 'k' });
    const detach = stream.attach();
    await createManualClock().advanceAsync(0);
    stream.update({ url: '/on' });
    expect((await mock.nextRequest()).url).toBe('/on');
    stream.update({ url: null });
    await createManualClock().advanceAsync(0);
    expect(mock.requests[0]?.aborted).toBe(true);
    detach();
  });

  it('leaves one run if an abort listener starts another', async () => {
    let calls = 0;
    const mock = createMockStream();
    const clock = createManualClock();
    const stream = createFetchStream('/a', {
      fetch: mock.fetch,
      clock,
      headers: ({ signal }) => {
        if (calls++ === 0) signal.addEventListener('abort', () => void stream.start({ url: '/inner' }));
        return {};
      },
    });
    void stream.start();
    await mock.nextRequest();
    void stream.start({ url: '/outer' });
    await clock.advanceAsync(0);
    for (const request of mock.requests) if (!request.aborted) request.text(request.url);
    await clock.advanceFrameAsync();
    expect(stream.getSnapshot().data).toBe('/inner');
    stream.stop();
    expect(mock.requests.every(({ aborted }) => aborted)).toBe(true);
  });

  it('is stopped once by an accumulator that stops it in its snapshot', async () => {
    const mock = createMockStream();
    let snapshots = 0;
    const accumulate: Accumulator<string, string, string> = {
      create: () => '',
      add: (text, item) => text + item,
      snapshot: (text) => {
        snapshots++;
        if (text) stream.stop();
        return text;
      },
    };
    const stream = createFetchStream('/a', { fetch: mock.fetch, accumulate });
    const end = stream.start();
    (await mock.nextRequest()).text('a');
    expect(await end).toMatchObject({ status: 'stopped' });
    expect(snapshots).toBeLessThan(10);
  });

  it('fails with what cannot be made a string', async () => {
    const stream = createFetchStream('/a', {
      fetch: createMockStream().fetch,
      headers: () => {
        throw Object.create(null);
      },
    });
    expect(await stream.start()).toMatchObject({ status: 'error', error: { code: 'request' } });
  });
});
