import {
  createEventSource,
  createFetchStream,
  type Accumulator,
  type Attempt,
  type StreamUrl,
} from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

afterEach(() => void vi.unstubAllGlobals());

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  return { mock, clock, tick: () => clock.advanceAsync(0) };
}

describe('a retry', () => {
  it('sends the URL, method and body that the run has started with, and the latest headers', async () => {
    const { mock, clock, tick } = setUp();
    const stream = createFetchStream('/chat', {
      fetch: mock.fetch,
      clock,
      headers: { token: 'old' },
      body: { prompt: 'Hello' },
      retry: { jitter: false },
    });
    const end = stream.start();
    (await mock.nextRequest()).respond({ status: 503, body: '' });
    await tick();
    stream.update({ url: null, body: { prompt: '' }, headers: { token: 'new' } });
    await clock.advanceAsync(1000);
    const second = await mock.nextRequest();
    expect(second).toMatchObject({ url: '/chat', method: 'POST', body: '{"prompt":"Hello"}' });
    expect(second.headers.get('token')).toBe('new');
    second.text('Hi').end();
    expect(await end).toMatchObject({ status: 'done', data: 'Hi' });
  });
});

describe('the URL of a retry', () => {
  const setUpRetry = (url: StreamUrl) => {
    const opened = setUp();
    const { mock, clock } = opened;
    const stream = createFetchStream(url, { fetch: mock.fetch, clock, retry: { jitter: false } });
    const end = stream.start();
    return { ...opened, stream, end };
  };

  it.each<[string, StreamUrl, StreamUrl, string]>([
    ['comes from the latest function', () => '/old', () => '/new', '/new'],
    ['stays the same if a function has replaced it', '/old', () => '/new', '/old'],
    ['still comes from the first function if a URL has replaced that', () => '/old', '/new', '/old'],
  ])('%s', async (_, url, next, requested) => {
    const { mock, clock, stream, end } = setUpRetry(url);
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    stream.update({ url: next });
    await clock.advanceAsync(1000);
    const second = await mock.nextRequest();
    expect(second.url).toBe(requested);
    second.text('a').end();
    expect(await end).toMatchObject({ status: 'done', data: 'a' });
  });

  it('comes from a function that is told which attempt it is, and that there is no event ID', async () => {
    const url = vi.fn((_attempt: Attempt) => '/chat');
    const { mock, end } = setUpRetry(url);
    (await mock.nextRequest()).text('a').end();
    await end;
    const attempt = { number: 1, lastEventId: '', error: undefined, signal: expect.any(AbortSignal) as AbortSignal };
    expect(url.mock.calls).toEqual([[attempt]]);
  });
});

describe('a listener of the abort', () => {
  it('may open the source again, and leaves no request behind', async () => {
    const { mock, clock, tick } = setUp();
    let isFirst = true;
    const source = createEventSource('/feed', {
      fetch: mock.fetch,
      clock,
      headers: ({ signal }) => {
        signal.addEventListener('abort', () => {
          if (isFirst) source.reconnect();
          isFirst = false;
        });
        return {};
      },
    });
    source.open();
    await tick();
    source.reconnect();
    await tick();
    source.close();
    await tick();
    expect(mock.requests.length).toBeGreaterThan(1);
    expect(mock.requests.every(({ aborted }) => aborted)).toBe(true);
    expect(source.getSnapshot().status).toBe('closed');
    expect(clock.pending).toBe(0);
  });

  it('may open a source that closes, which then shows that it connects', async () => {
    const { mock, clock, tick } = setUp();
    let isFirst = true;
    const source = createEventSource('/feed', {
      fetch: mock.fetch,
      clock,
      headers: ({ signal }) => {
        signal.addEventListener('abort', () => {
          if (isFirst) source.open();
          isFirst = false;
        });
        return {};
      },
    });
    source.open();
    await tick();
    source.close();
    await tick();
    expect(source.getSnapshot().status).toBe('connecting');
    expect(mock.requests.map(({ aborted }) => aborted)).toEqual([true, false]);
    source.close();
  });
});

describe('an accumulator', () => {
  it('that closes its source has nothing published after that', async () => {
    const { mock, clock, tick } = setUp();
    const closing: Accumulator<unknown, number, { count: number }> = {
      create: () => ({ count: 0 }),
      add: () => source.close(),
      snapshot: ({ count }) => count,
    };
    const source = createEventSource('/feed', { fetch: mock.fetch, clock, accumulate: closing as never });
    source.open();
    (await mock.nextRequest()).respond(eventStream);
    await tick();
    const seen: string[] = [];
    source.subscribe(() => seen.push(source.getSnapshot().status));
    mock.requests[0]?.event('a').event('b');
    await clock.advanceAsync(1000);
    expect(seen).toEqual(['closed']);
    expect(clock.pending).toBe(0);
  });

  it('that starts its stream again adds nothing of the run before', async () => {
    const { mock, clock, tick } = setUp();
    let isFirst = true;
    const restarting: Accumulator<string, string, string> = {
      create: () => '',
      add: (text, item) => {
        if (isFirst) {
          isFirst = false;
          void stream.start();
        }
        return text + item;
      },
      snapshot: (text) => text,
    };
    const stream = createFetchStream('/chat', { fetch: mock.fetch, clock, accumulate: restarting as never });
    void stream.start();
    (await mock.nextRequest()).text('old');
    await tick();
    (await mock.nextRequest()).text('new').end();
    await tick();
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: 'new' });
  });

  it('that stops its stream when it is created leaves the stream stopped', async () => {
    const { mock, clock, tick } = setUp();
    let isArmed = false;
    const stopping: Accumulator<string, string, string> = {
      create: () => {
        if (isArmed) stream.stop();
        return '';
      },
      add: (text, item) => text + item,
      snapshot: (text) => text,
    };
    const stream = createFetchStream('/chat', { fetch: mock.fetch, clock, accumulate: stopping as never });
    isArmed = true;
    expect(await stream.start()).toMatchObject({ status: 'stopped' });
    await tick();
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', isStreaming: false });
    expect(clock.pending).toBe(0);
  });
});

describe('a user function', () => {
  it('is not called once the source was closed while another one was waited for', async () => {
    const { mock, clock, tick } = setUp();
    let answer: (url: string) => void = () => {};
    const headers = vi.fn(() => ({}));
    const url = () => new Promise<string>((resolve) => (answer = resolve));
    const source = createEventSource(url, { fetch: mock.fetch, clock, headers });
    source.open();
    await tick();
    source.close();
    answer('/feed');
    await tick();
    expect(headers).not.toHaveBeenCalled();
    expect(mock.requests).toHaveLength(0);
  });

  it('may throw an error that cannot even be printed', async () => {
    const { mock, clock } = setUp();
    vi.stubGlobal('reportError', undefined);
    const bad = Object.defineProperty(new Error('x'), 'stack', {
      get() {
        throw new Error('No stack.');
      },
    });
    const source = createEventSource('/feed', {
      fetch: mock.fetch,
      clock,
      reconnect: { jitter: false },
      onError: () => {
        throw bad;
      },
    });
    const log = vi.spyOn(console, 'error').mockImplementation((value) => {
      if (value === bad) throw new Error('It cannot be printed.');
    });
    source.open();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(1000);
    expect(mock.requests).toHaveLength(2);
    source.close();
    log.mockRestore();
  });

  it('may give a URL that has no text, which fails the stream', async () => {
    const { error } = await createFetchStream(Object.create(null) as URL).start();
    expect(error).toMatchObject({ code: 'request', url: '' });
  });
});

describe('a shared request', () => {
  it('keeps the initial last event ID of a member if the others have none', async () => {
    const { mock, clock, tick } = setUp();
    const open = (initialLastEventId?: string) => {
      const source = createEventSource('/feed', { share: true, fetch: mock.fetch, clock, initialLastEventId });
      source.open();
      return source;
    };
    const sources = [open(), open('7')];
    await tick();
    expect(sources[1]?.getSnapshot().lastEventId).toBe('7');
    for (const source of sources) source.close();
    await clock.advanceAsync(10);
  });

  it('starts again for a new member if all have left it after an event with an ID', async () => {
    const { mock, clock, tick } = setUp();
    const open = () => {
      const source = createEventSource('/feed', { share: true, fetch: mock.fetch, clock });
      source.open();
      return source;
    };
    const first = open();
    (await mock.nextRequest()).respond(eventStream).event({ data: 'a', id: '5' });
    await tick();
    first.close();
    const second = open();
    await tick();
    expect(mock.requests.map(({ aborted }) => aborted)).toEqual([true, false]);
    mock.requests[1]?.respond(eventStream).event('b');
    await tick();
    expect(second.getSnapshot()).toMatchObject({ data: 'b', lastEventId: '', lastEvent: { lastEventId: '' } });
    second.close();
    await clock.advanceAsync(10);
  });
});
