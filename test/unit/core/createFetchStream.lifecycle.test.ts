import { createFetchStream, type FetchStreamOptions, type StreamUrl } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';

function setUp(options: Omit<FetchStreamOptions<'text'>, 'fetch' | 'clock'> = {}, url: StreamUrl = '/chat') {
  const mock = createMockStream();
  const clock = createManualClock();
  const callbacks = { onOpen: vi.fn(), onItem: vi.fn(), onEnd: vi.fn(), onStop: vi.fn(), onError: vi.fn() };
  const stream = createFetchStream(url, { fetch: mock.fetch, clock, ...callbacks, ...options });
  return { mock, clock, stream, callbacks };
}

describe('createFetchStream', () => {
  it('goes from idle to connecting to streaming to done', async () => {
    const { mock, clock, stream, callbacks } = setUp();
    await clock.advanceAsync(1000);
    expect(mock.requests).toHaveLength(0);
    expect(stream.getSnapshot()).toEqual({
      status: 'idle',
      data: '',
      isPrevious: false,
      count: 0,
      error: undefined,
      isStreaming: false,
      reconnection: undefined,
      progress: { loaded: 0, total: undefined, ratio: undefined },
      response: undefined,
    });

    const end = stream.start({ body: { prompt: 'hi' } });
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', isStreaming: true });
    const request = await mock.nextRequest();
    expect(request).toMatchObject({ method: 'POST', body: '{"prompt":"hi"}' });
    expect(request.headers.get('accept')).toBe('*/*');

    request.respond();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', isStreaming: true, response: { status: 200 } });
    request.text('Hel');
    await clock.advanceFrameAsync();
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: 'Hel', count: 1, progress: { loaded: 3 } });
    request.text('lo').end();
    expect(await end).toEqual({ status: 'done', data: 'Hello', error: undefined });
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: 'Hello', count: 2, isStreaming: false });
    expect(callbacks.onEnd.mock.calls).toEqual([['Hello']]);
    expect(callbacks.onItem.mock.calls).toEqual([
      ['Hel', undefined],
      ['lo', undefined],
    ]);
    expect(callbacks.onStop).not.toHaveBeenCalled();
    await clock.advanceAsync(1000);
    expect(clock.pending).toBe(0);
  });

  it('keeps the partial data when it is stopped', async () => {
    const { mock, clock, stream, callbacks } = setUp();
    const end = stream.start();
    const request = await mock.nextRequest();
    request.text('par');
    await clock.advanceAsync(0);
    stream.stop();
    expect(request.aborted).toBe(true);
    expect(stream.getSnapshot()).toMatchObject({
      status: 'stopped',
      data: 'par',
      error: undefined,
      isStreaming: false,
    });
    expect(await end).toEqual({ status: 'stopped', data: 'par', error: undefined });
    expect(callbacks.onStop.mock.calls).toEqual([['par']]);
    expect(callbacks.onError).not.toHaveBeenCalled();
    stream.stop();
    expect(callbacks.onStop).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  it('stops the run before it when it is started again', async () => {
    const { mock, clock, stream } = setUp();
    const first = stream.start();
    const firstRequest = await mock.nextRequest();
    firstRequest.text('old');
    await clock.advanceAsync(0);
    const second = stream.start();
    expect(firstRequest.aborted).toBe(true);
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: '', count: 0, progress: { loaded: 0 } });
    expect(await first).toMatchObject({ status: 'stopped', data: 'old' });
    firstRequest.text('late');
    (await mock.nextRequest()).text('new').end();
    expect(await second).toMatchObject({ status: 'done', data: 'new' });
    expect(mock.requests).toHaveLength(2);
  });

  it('keeps the data that arrived before a failure', async () => {
    const { mock, clock, stream, callbacks } = setUp();
    const end = stream.start();
    const request = await mock.nextRequest();
    request.text('par').drop();
    expect(await end).toMatchObject({
      status: 'error',
      data: 'par',
      error: { code: 'network', method: 'GET', url: '/chat' },
    });
    expect(stream.getSnapshot()).toMatchObject({ status: 'error', data: 'par', isStreaming: false });
    expect(callbacks.onError.mock.calls).toMatchObject([[{ code: 'network' }]]);
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
  });

  it('gives status, headers and text of a refused response', async () => {
    const { mock, stream } = setUp({ body: {} });
    const end = stream.start();
    (await mock.nextRequest()).respond({ status: 429, headers: { 'retry-after': '3' }, body: 'slow down' });
    const { error } = await end;
    expect(error).toMatchObject({ code: 'http', status: 429, body: 'slow down', method: 'POST' });
    expect(error?.headers?.get('retry-after')).toBe('3');
  });

  it('forgets everything on reset()', async () => {
    const { mock, clock, stream } = setUp();
    const end = stream.start();
    const request = await mock.nextRequest();
    request.text('par');
    await clock.advanceAsync(0);
    stream.reset();
    expect(request.aborted).toBe(true);
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', data: '', count: 0, response: undefined });
    expect(await end).toMatchObject({ status: 'stopped', data: 'par' });
  });

  it('lets start() change url, method, headers and body, for that run', async () => {
    const { mock, stream } = setUp({ headers: { a: '1' } });
    void stream.start({ url: '/other', method: 'PATCH', headers: { b: '2' }, body: 'x' });
    expect(await mock.nextRequest()).toMatchObject({ url: '/other', method: 'PATCH', body: 'x' });
    void stream.start();
    const plain = await mock.nextRequest();
    expect(plain).toMatchObject({ url: '/chat', method: 'GET', body: undefined });
    expect(plain.headers.get('a')).toBe('1');
    stream.stop();
  });

  it('takes a click event for no change of the request', async () => {
    const { mock, stream } = setUp();
    void stream.start({ type: 'click', target: {} } as never);
    expect(await mock.nextRequest()).toMatchObject({ url: '/chat', method: 'GET', body: undefined });
    stream.stop();
  });

  it.each([null, ''])('stays idle with %j as its url', async (url) => {
    const { mock, stream } = setUp({}, url);
    expect(await stream.start()).toEqual({ status: 'stopped', data: '', error: undefined });
    expect(stream.getSnapshot().status).toBe('idle');
    expect(mock.requests).toHaveLength(0);
  });

  it('delivers nothing after stop(), not even from the same chunk', async () => {
    const mock = createMockStream();
    const items: string[] = [];
    const stream = createFetchStream('/lines', {
      fetch: mock.fetch,
      as: 'lines',
      onItem: (line) => {
        items.push(line);
        if (line === 'b') stream.stop();
      },
    });
    const end = stream.start();
    (await mock.nextRequest()).text('a\nb\nc\nd\n');
    expect(await end).toMatchObject({ status: 'stopped', data: ['a', 'b'] });
    expect(items).toEqual(['a', 'b']);
  });

  it.each(['until', 'parse', 'fail', 'select'] as const)('is stopped for good by stop() in `%s`', async (name) => {
    const mock = createMockStream();
    const callbacks = { onItem: vi.fn(), onEnd: vi.fn(), onError: vi.fn(), onStop: vi.fn() };
    const stream = createFetchStream('/lines', {
      fetch: mock.fetch,
      as: 'lines',
      ...callbacks,
      [name]: (): string => {
        stop();
        return 'something';
      },
    });
    const stop = () => stream.stop();
    const end = stream.start();
    (await mock.nextRequest()).text('a\nb\n');
    expect(await end).toMatchObject({ status: 'stopped', data: [] });
    expect(stream.getSnapshot().status).toBe('stopped');
    expect(callbacks.onStop.mock.calls).toEqual([[[]]]);
    for (const name of ['onItem', 'onEnd', 'onError'] as const) expect(callbacks[name]).not.toHaveBeenCalled();
  });

  it('ends normally when `until` matches, without the matching item', async () => {
    const mock = createMockStream();
    const stream = createFetchStream('/chat', {
      fetch: mock.fetch,
      as: 'events',
      until: ({ data }) => data === '[DONE]',
    });
    const end = stream.start();
    const request = await mock.nextRequest();
    request.event('a').event('[DONE]').event('b');
    expect(await end).toMatchObject({ status: 'done', data: ['a'] });
    expect(request.aborted).toBe(true);
  });

  it('gives each run its own result, though a listener starts the next one at the end', async () => {
    const { mock, stream, callbacks } = setUp();
    const first = stream.start();
    const unsubscribe = stream.subscribe(() => {
      if (stream.getSnapshot().status !== 'done') return;
      unsubscribe();
      void stream.start();
    });
    (await mock.nextRequest()).text('one').end();
    expect(await first).toEqual({ status: 'done', data: 'one', error: undefined });
    expect(callbacks.onEnd.mock.calls).toEqual([['one']]);
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: '' });
    stream.stop();
  });

  it('is off once its url is updated to undefined', async () => {
    const { mock, stream } = setUp();
    stream.update({ url: undefined });
    expect(await stream.start()).toMatchObject({ status: 'stopped' });
    stream.update({ headers: {} });
    expect(await stream.start()).toMatchObject({ status: 'stopped' });
    expect(stream.getSnapshot().status).toBe('idle');
    stream.update({ url: '/again' });
    void stream.start();
    expect((await mock.nextRequest()).url).toBe('/again');
    stream.stop();
  });

  it('never rejects, and fails with the code request for a request that cannot be', async () => {
    const { mock, stream } = setUp();
    const locked = new ReadableStream();
    locked.getReader();
    for (const change of [{ url: 'http://[' }, { body: { n: 1n } }, { headers: { 'a b': '' } }, { body: locked }]) {
      expect(await stream.start(change)).toMatchObject({ status: 'error', error: { code: 'request' } });
    }
    expect(mock.requests).toHaveLength(0);
  });
});

describe('retry', () => {
  const retry = { jitter: false, maxAttempts: 2 };

  it('sends the request again while no byte has come', async () => {
    const { mock, clock, stream, callbacks } = setUp({ retry });
    const end = stream.start();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(999);
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', isStreaming: true });
    expect(mock.requests).toHaveLength(1);
    await clock.advanceAsync(1);
    (await mock.nextRequest()).respond({ status: 503, body: '' });
    await clock.advanceAsync(2000);
    (await mock.nextRequest()).text('ok').end();
    expect(await end).toMatchObject({ status: 'done', data: 'ok' });
    expect(callbacks.onError).not.toHaveBeenCalled();
  });

  it('shows the retry that it waits for, until a response comes', async () => {
    const { mock, clock, stream } = setUp({ retry });
    const end = stream.start();
    expect(stream.getSnapshot().reconnection).toBeUndefined();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({
      status: 'connecting',
      reconnection: { attempt: 1, delay: 1000, error: { code: 'network' } },
    });
    await clock.advanceAsync(1000);
    expect(stream.getSnapshot().reconnection).toMatchObject({ attempt: 1 });
    (await mock.nextRequest()).respond();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', reconnection: undefined });
    stream.stop();
    await end;
  });

  it.each([
    ['stopped', (stream: ReturnType<typeof setUp>['stream']) => stream.stop()],
    ['reset', (stream: ReturnType<typeof setUp>['stream']) => stream.reset()],
    ['started again', (stream: ReturnType<typeof setUp>['stream']) => void stream.start()],
  ])('shows no retry once it is %s', async (_how, end) => {
    const { mock, clock, stream } = setUp({ retry });
    void stream.start();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot().reconnection).toBeDefined();
    end(stream);
    expect(stream.getSnapshot().reconnection).toBeUndefined();
    stream.stop();
  });

  it('does not send it again after the first byte', async () => {
    const { mock, clock, stream } = setUp({ retry });
    const end = stream.start();
    (await mock.nextRequest()).text('a').drop();
    expect(await end).toMatchObject({ status: 'error', data: 'a' });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
  });

  it('does not send it again after the first byte of a line that is cut', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const stream = createFetchStream('/lines', { as: 'lines', fetch: mock.fetch, clock, retry });
    const end = stream.start();
    (await mock.nextRequest()).text('a').drop();
    expect(await end).toMatchObject({ status: 'error', data: [], error: { code: 'network' } });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
  });

  it('does not send it again after a clean end without a byte', async () => {
    const { mock, clock, stream } = setUp({ retry: true, body: { a: 1 } });
    const end = stream.start();
    (await mock.nextRequest()).respond().end();
    expect(await end).toMatchObject({ status: 'done', data: '' });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
  });

  it('counts every attempt, however long it was open', async () => {
    const { mock, clock, stream } = setUp({ retry, idleTimeout: 6000 });
    const end = stream.start();
    for (let i = 0; i < 3; i++) {
      (await mock.nextRequest()).respond();
      await clock.advanceAsync(8000);
    }
    expect(await end).toMatchObject({ status: 'error', error: { code: 'stalled', attempt: 3 } });
    expect(mock.requests).toHaveLength(3);
  });

  it('ends its wait on stop()', async () => {
    const { mock, clock, stream } = setUp({ retry });
    const end = stream.start();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    stream.stop();
    expect(await end).toMatchObject({ status: 'stopped' });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('refuses to send a body again that is a stream', async () => {
    const { mock, clock, stream } = setUp({ retry });
    const body = new Blob(['abc']).stream();
    const end = stream.start({ body, method: 'POST' });
    const request = await mock.nextRequest();
    expect(request.body).toBe('abc');
    request.fail();
    await clock.advanceAsync(1000);
    expect(await end).toMatchObject({ status: 'error', error: { code: 'request' } });
  });
});
