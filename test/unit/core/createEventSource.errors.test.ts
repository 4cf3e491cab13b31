import { createEventSource, isStreamError, list, StreamError, type EventSourceOptions } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('errors of an event source', () => {
  it('carry status, headers and text of a refused response', async () => {
    const { source, mock, settle } = openEventSource({ body: {} });
    (await mock.nextRequest()).respond({ status: 401, headers: { 'x-reason': 'token' }, body: '{"error":"expired"}' });
    await settle();
    const { error, status } = source.getSnapshot();
    expect(status).toBe('error');
    expect(isStreamError(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'http',
      status: 401,
      body: '{"error":"expired"}',
      url: '/feed',
      method: 'POST',
      attempt: 1,
    });
    expect(error?.headers?.get('x-reason')).toBe('token');
    expect(error?.message).toMatch(/^POST \/feed answered with status 401\. See https:\S+\/errors\/http\.md$/);
  });

  it('keep at most 64 KiB of the text', async () => {
    const { source, mock, settle } = openEventSource();
    (await mock.nextRequest()).respond({ status: 404, body: 'x'.repeat(100_000) });
    await settle();
    expect(source.getSnapshot().error?.body).toHaveLength(65_536);
  });

  it('say which content type came instead of an event stream', async () => {
    const { source, mock, settle } = openEventSource();
    (await mock.nextRequest()).respond({ headers: { 'content-type': 'text/html' }, body: '<p>Log in</p>' });
    await settle();
    expect(source.getSnapshot()).toMatchObject({
      status: 'error',
      error: { code: 'content-type', status: 200, body: '<p>Log in</p>' },
    });
    expect(source.getSnapshot().error?.message).toContain('text/html');
  });

  it.each(['application/json; x=text/event-stream', 'text/event-streams', ''])(
    'come of the content type %j',
    async (type) => {
      const { source, mock, settle } = openEventSource();
      (await mock.nextRequest()).respond({ headers: { 'content-type': type } }).end();
      await settle();
      expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'content-type' } });
    },
  );

  it.each(['text/event-stream', 'TEXT/Event-Stream', 'text/event-stream;charset=utf-8', ' text/event-stream ; x=y'])(
    'do not come of the content type %s',
    async (type) => {
      const { source, mock, settle } = openEventSource();
      (await mock.nextRequest()).respond({ headers: { 'content-type': type } });
      await settle();
      expect(source.getSnapshot().status).toBe('open');
    },
  );

  it('tell a timeout of the response head', async () => {
    const { source, mock, clock } = openEventSource({ connectTimeout: 500, reconnect: false });
    const request = await mock.nextRequest();
    await clock.advanceAsync(499);
    expect(source.getSnapshot().status).toBe('connecting');
    await clock.advanceAsync(1);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'timeout' } });
    expect(request.aborted).toBe(true);
  });

  it('tell a timeout though `fetch` does not heed the signal', async () => {
    const fetch = () => new Promise<Response>(() => {});
    const { source, clock } = openEventSource({ fetch, connectTimeout: 500, reconnect: false });
    await clock.advanceAsync(500);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'timeout' } });
    expect(source.getSnapshot().error?.message).toMatch(
      /^GET \/feed sent no response headers within 500 ms\. See https:\S+\/errors\/timeout\.md$/,
    );
  });

  it('tell how long a stalled stream sent no byte', async () => {
    const { source, mock, clock } = openEventSource({ idleTimeout: 1000, reconnect: false });
    (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(1000);
    expect(source.getSnapshot().error?.message).toMatch(
      /^GET \/feed sent no byte within 1000 ms\. See https:\S+\/errors\/stalled\.md$/,
    );
  });

  it.each([undefined, null, ''])('say that the url function returned no URL: %j', async (url) => {
    const mock = createMockStream();
    const clock = createManualClock();
    const source = createEventSource(() => url as never, { fetch: mock.fetch, clock });
    source.open();
    await clock.advanceAsync(0);
    const { error } = source.getSnapshot();
    expect(error).toMatchObject({ code: 'request', url: '', method: 'GET' });
    expect(error?.message).toMatch(
      /^The request cannot be sent \(the url function returned no URL\)\. See https:\S+\/errors\/request\.md$/,
    );
    expect(mock.requests).toHaveLength(0);
  });

  it('quote what the url function threw, which left no URL to name', async () => {
    const clock = createManualClock();
    const refuse = () => {
      throw new Error('signed out');
    };
    const source = createEventSource(refuse, { clock, reconnect: false });
    source.open();
    await clock.advanceAsync(0);
    expect(source.getSnapshot().error).toMatchObject({ code: 'request', url: '' });
    expect(source.getSnapshot().error?.message).toMatch(/^The request cannot be sent \(signed out\)\. See /);
  });

  it('keep characters of the text whole that two chunks share', async () => {
    const { source, mock, settle } = openEventSource();
    const request = await mock.nextRequest();
    request.respond({ status: 404 });
    for (const byte of new TextEncoder().encode('Grüße 👩')) request.bytes(Uint8Array.of(byte));
    request.end();
    await settle();
    expect(source.getSnapshot().error?.body).toBe('Grüße 👩');
  });

  it('have an empty text if the response has no body', async () => {
    const fetch = async () => new Response(null, { status: 404 });
    const { source, settle } = openEventSource({ fetch });
    await settle();
    expect(source.getSnapshot().error).toMatchObject({ code: 'http', status: 404, body: '' });
  });

  it('tell a stalled stream, which comments keep alive', async () => {
    const { source, mock, clock } = openEventSource({ idleTimeout: 1000, reconnect: false });
    const request = await mock.nextRequest();
    request.respond(eventStream).event('a');
    for (let i = 0; i < 5; i++) {
      await clock.advanceAsync(900);
      request.comment('still here');
    }
    expect(source.getSnapshot().status).toBe('open');
    await clock.advanceAsync(999);
    expect(source.getSnapshot().status).toBe('open');
    await clock.advanceAsync(1);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', data: 'a', error: { code: 'stalled' } });
    expect(clock.pending).toBe(0);
  });

  it('come once of an event that is too large', async () => {
    const onError = vi.fn();
    const { source, mock, settle } = openEventSource({ maxEventSize: 100, onError });
    const request = await mock.nextRequest();
    request
      .respond(eventStream)
      .event('a')
      .text(`data: ${'x'.repeat(200)}`);
    await settle();
    expect(source.getSnapshot()).toMatchObject({
      status: 'error',
      data: 'a',
      error: { code: 'event-too-large', url: '/feed', method: 'GET' },
    });
    expect(request.aborted).toBe(true);
    expect(onError).toHaveBeenCalledOnce();
  });

  it('have the code upstream if `fail` returns a value', async () => {
    const cause = { message: 'overloaded' };
    const { source, mock, settle } = openEventSource({
      parse: 'json',
      fail: (item) => (item as { error?: unknown }).error,
    });
    (await mock.nextRequest())
      .respond(eventStream)
      .event('{"n":1}')
      .event(`{"error":${JSON.stringify(cause)}}`)
      .event('{"n":2}');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'error', data: { n: 1 }, error: { code: 'upstream', cause } });
    expect(source.getSnapshot().error?.message).toMatch(
      /^The stream reported a failure \(overloaded\)\. See https:\S+\/errors\/upstream\.md$/,
    );
  });

  it('do not end the stream if an event cannot be parsed', async () => {
    const onParseError = vi.fn();
    const { source, mock, settle } = openEventSource({ parse: 'json', accumulate: list() as never, onParseError });
    (await mock.nextRequest()).respond(eventStream).text('data: 1\n\ndata: {oops\n\ndata: 2\n\n');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: [1, 2], error: undefined });
    expect(onParseError.mock.calls).toMatchObject([[{ code: 'parse', url: '/feed' }, { data: '{oops' }]]);
    expect(onParseError.mock.calls[0]?.[0].message).toMatch(
      /^An item is invalid \(.*JSON.*\)\. See https:\S+\/errors\/parse\.md$/,
    );
  });

  it.each([
    ['an invalid url', 'http://[', {}],
    ['a fetch that is not a function', '/feed', { fetch: 1 }],
    ['a body on a GET', 'http://localhost/', { method: 'GET', body: 'x', fetch: globalThis.fetch }],
    ['a header that cannot be', '/feed', { headers: { 'a b': 'c' } }],
    ['a body that cannot be JSON', '/feed', { body: { n: 1n } }],
    ['a sharing that cannot tell streams apart', () => '/feed', { share: true }],
  ])('have the code request for %s, and nothing is sent', async (_, url, options) => {
    const mock = createMockStream();
    const clock = createManualClock();
    const source = createEventSource(url, { fetch: mock.fetch, clock, ...options } as EventSourceOptions);
    source.open();
    await clock.advanceAsync(0);
    const { status, error } = source.getSnapshot();
    expect(status).toBe('error');
    expect(error).toMatchObject({ code: 'request' });
    expect(error?.message).toMatch(/\. See https:\S+\/errors\/request\.md$/);
    expect(mock.requests).toHaveLength(0);
    expect(clock.pending).toBe(0);
  });

  it('report what a callback throws and continue', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const boom = (name: string) => () => {
      throw new Error(name);
    };
    const { source, mock, settle } = openEventSource({
      accumulate: list(),
      onOpen: boom('onOpen'),
      onEvent: boom('onEvent'),
      until: boom('until'),
      fail: boom('fail'),
      select: (item) => {
        if (item === 'b') throw new Error('select');
        return item;
      },
    });
    source.subscribe(boom('listener'));
    (await mock.nextRequest()).respond(eventStream).text('data: a\n\ndata: b\n\ndata: c\n\n');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: ['a', 'c'], count: 2 });
    const names = new Set(reportError.mock.calls.map(([error]) => error.message));
    expect(names).toEqual(new Set(['listener', 'onOpen', 'until', 'fail', 'onEvent', 'select']));
  });

  it('report a callback that is not a function and continue', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { source, mock, settle } = openEventSource({ onEvent: 'x' as never });
    (await mock.nextRequest()).respond(eventStream).event('a');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a' });
    expect(reportError.mock.calls).toEqual([[expect.any(TypeError)]]);
  });

  it('report what an accumulator throws and continue', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { source, mock, clock } = openEventSource({
      accumulate: {
        create: () => ({ sum: 0 }),
        add: (state, item) => {
          if (item === 'x') throw new Error('add');
          (state as { sum: number }).sum += Number(item);
        },
        snapshot: (state) => (state as { sum: number }).sum,
      },
    });
    const request = await mock.nextRequest();
    request.respond(eventStream).text('data: 1\n\ndata: x\n\ndata: 2\n\n');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 3 });
    expect(reportError.mock.calls).toEqual([[new Error('add')]]);
  });

  it('report nothing of a `parse` that closes the source and throws', async () => {
    const onParseError = vi.fn();
    const opened = openEventSource({
      onParseError,
      parse: () => {
        opened.source.close();
        throw new Error('parse');
      },
    });
    (await opened.mock.nextRequest()).respond(eventStream).event('a');
    await opened.settle();
    expect(opened.source.getSnapshot()).toMatchObject({ status: 'closed', error: undefined });
    expect(onParseError).not.toHaveBeenCalled();
  });

  it('report what `snapshot` of an accumulator throws, and continue', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { source, mock, clock } = openEventSource({
      accumulate: {
        create: () => ({ latest: '' }),
        add: (state, item) => void ((state as { latest: string }).latest = String(item)),
        snapshot: (state) => {
          const { latest } = state as { latest: string };
          if (latest === 'x') throw new Error('snapshot');
          return latest;
        },
      },
    });
    const request = await mock.nextRequest();
    request.respond(eventStream).event('a').event('x');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', count: 2 });
    expect(reportError.mock.calls).toEqual([[new Error('snapshot')]]);
    request.event('b');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'b', count: 3 });
    expect(reportError).toHaveBeenCalledOnce();
  });

  it('come once of an accumulator that refuses an item, with the request, and nothing follows', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const [onEvent, onError] = [vi.fn(), vi.fn()];
    const { source, mock, settle } = openEventSource({
      onEvent,
      onError,
      accumulate: {
        create: () => [],
        add: (_state, item) => {
          if (item === 'x') throw new StreamError('event-too-large', 'It is full.');
        },
        snapshot: () => 'data',
      },
    });
    const request = await mock.nextRequest();
    request.respond(eventStream).text('data: a\n\ndata: x\n\ndata: b\n\n');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'event-too-large', url: '/feed' } });
    expect(onEvent.mock.calls.map(([item]) => item)).toEqual(['a']);
    expect(onError).toHaveBeenCalledOnce();
    expect(reportError).not.toHaveBeenCalled();
    expect(request.aborted).toBe(true);
  });

  it.each(['until', 'parse', 'fail', 'select'] as const)(
    'do not keep close() in `%s` from being final',
    async (name) => {
      const onEvent = vi.fn();
      const onClose = vi.fn();
      let source: { close(): void; open(): void } | undefined;
      for (const opensAgain of [false, true]) {
        const opened = openEventSource({
          accumulate: list(),
          onEvent,
          onClose,
          [name]: (): string => {
            source?.close();
            if (opensAgain) source?.open();
            return 'something';
          },
        });
        ({ source } = opened);
        (await opened.mock.nextRequest()).respond(eventStream).event('a').event('b');
        await opened.settle();
        expect(opened.source.getSnapshot()).toMatchObject({
          status: opensAgain ? 'connecting' : 'closed',
          data: [],
          count: 0,
        });
        opened.source.close();
      }
      expect(onEvent).not.toHaveBeenCalled();
      expect(onClose.mock.calls).toEqual([['close'], ['close'], ['close']]);
    },
  );
});
