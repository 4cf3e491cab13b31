import { createFetchStream, list, StreamError, type StreamErrorCode } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

const encode = (text: string) => new TextEncoder().encode(text);

/** A source of items that a test hands out one by one, and that records what it was asked. */
function createPushSource<Item>() {
  const waiting: PromiseWithResolver<IteratorResult<Item>>[] = [];
  const source = {
    asked: 0,
    returned: 0,
    next: () => {
      source.asked += 1;
      const deferred = createDeferred<IteratorResult<Item>>();
      waiting.push(deferred);
      return deferred.promise;
    },
    return: () => {
      source.returned += 1;
      return Promise.resolve({ done: true as const, value: undefined });
    },
    [Symbol.asyncIterator]: () => source,
    push: (value: Item) => waiting.shift()!.resolve({ done: false, value }),
    end: () => waiting.shift()!.resolve({ done: true, value: undefined }),
    fail: (reason: unknown) => waiting.shift()!.reject(reason),
  };
  return source;
}

interface PromiseWithResolver<Value> {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (reason: unknown) => void;
}

function createDeferred<Value>(): PromiseWithResolver<Value> {
  let deferred!: Omit<PromiseWithResolver<Value>, 'promise'>;
  const promise = new Promise<Value>((resolve, reject) => {
    deferred = { resolve, reject };
  });
  return { promise, ...deferred };
}

async function* count(to: number) {
  for (let number = 1; number <= to; number += 1) yield number;
}

describe('a url function that answers an async iterable', () => {
  it('delivers its items as they are, from connecting to done', async () => {
    const clock = createManualClock();
    const source = createPushSource<{ text: string }>();
    const answer = createDeferred<typeof source>();
    const onOpen = vi.fn();
    const stream = createFetchStream(() => answer.promise, { clock, accumulate: list(), onOpen });
    const end = stream.start();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: [], response: undefined });
    answer.resolve(source);
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: [], response: { status: 200, url: '' } });
    expect(onOpen).toHaveBeenCalledOnce();
    const first = { text: 'a' };
    source.push(first);
    await clock.advanceFrameAsync();
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', count: 1, progress: { loaded: 0 } });
    expect(stream.getSnapshot().data[0]).toBe(first);
    source.push({ text: 'b' });
    await clock.advanceAsync(0);
    source.end();
    expect(await end).toEqual({ status: 'done', data: [{ text: 'a' }, { text: 'b' }], error: undefined });
    expect(source.returned).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it.each([[undefined], [null], [0], [''], [false]])('delivers %j as an item', async (item) => {
    const source = async function* () {
      yield item;
      yield 'last';
    };
    const stream = createFetchStream(() => source(), { accumulate: list() });
    expect(await stream.start()).toMatchObject({ status: 'done', data: [item, 'last'] });
  });

  it('fetches nothing', async () => {
    const mock = createMockStream();
    await createFetchStream(() => count(2), { fetch: mock.fetch }).start();
    expect(mock.requests).toHaveLength(0);
  });

  it('joins text by default', async () => {
    expect(await createFetchStream(() => count(3)).start()).toMatchObject({ status: 'done', data: '123' });
  });

  it('takes the items through until, parse, fail and select', async () => {
    const stream = createFetchStream(() => count(9), {
      until: (number) => number === 4,
      parse: (number) => ({ number }),
      select: ({ number }) => (number === 2 ? undefined : number * 10),
      accumulate: list(),
      requireUntil: true,
    });
    expect(await stream.start()).toMatchObject({ status: 'done', data: [10, 30] });
    const failing = createFetchStream(() => count(9), { fail: (number) => number === 3, accumulate: list() });
    expect(await failing.start()).toMatchObject({ status: 'error', data: [1, 2], error: { code: 'upstream' } });
    const cut = createFetchStream(() => count(2), { until: () => false, requireUntil: true, accumulate: list() });
    expect(await cut.start()).toMatchObject({ status: 'error', data: [1, 2], error: { code: 'incomplete' } });
  });

  it('validates values with a schema, and parses texts as JSON before', async () => {
    const mixed = async function* () {
      yield { id: 1 };
      yield '{"id":2}';
      yield { id: 'three' };
    };
    const stream = createFetchStream(() => mixed(), { parse: z.object({ id: z.number() }), accumulate: list() });
    expect(await stream.start()).toMatchObject({ data: [{ id: 1 }, { id: 2 }], error: { code: 'parse' } });
  });

  it('decodes bytes', async () => {
    const bytes = async function* () {
      yield encode('{"a":1}\n{"a"');
      yield encode(':2}\n');
    };
    const stream = createFetchStream(() => bytes(), { as: 'json-lines' });
    expect(await stream.start()).toMatchObject({ data: [{ a: 1 }, { a: 2 }] });
    expect(stream.getSnapshot().progress.loaded).toBe(16);
  });

  it('reads the next item once the one before it was taken', async () => {
    const clock = createManualClock();
    const source = createPushSource<number>();
    const stream = createFetchStream(() => source, { clock, accumulate: list() });
    void stream.start();
    await clock.advanceAsync(0);
    expect(source.asked).toBe(1);
    source.push(1);
    await clock.advanceAsync(0);
    expect(source.asked).toBe(2);
    stream.stop();
  });

  it('lets the page have its turn while a source never waits', async () => {
    const clock = createManualClock();
    let pulled = 0;
    const endless = async function* () {
      for (;;) yield (pulled += 1);
    };
    const stream = createFetchStream(() => endless(), { clock, accumulate: list({ limit: 3 }) });
    void stream.start();
    await clock.advanceAsync(0);
    const before = pulled;
    expect(before).toBeLessThan(10_000);
    await clock.advanceFrameAsync();
    expect(pulled).toBeGreaterThan(before);
    expect(pulled).toBeLessThan(before + 10_000);
    expect(stream.getSnapshot().data.at(-1)).toBeLessThanOrEqual(pulled);
    stream.stop();
    const atStop = pulled;
    await clock.advanceAsync(1000);
    expect(pulled).toBe(atStop);
    expect(clock.pending).toBe(0);
  });

  it('returns the iterator and aborts the signal when it is stopped', async () => {
    const clock = createManualClock();
    const source = createPushSource<number>();
    let signal: AbortSignal | undefined;
    const stream = createFetchStream(
      (attempt) => {
        ({ signal } = attempt);
        return source;
      },
      { clock, accumulate: list() },
    );
    const end = stream.start();
    await clock.advanceAsync(0);
    source.push(1);
    await clock.advanceAsync(0);
    stream.stop();
    expect(signal?.aborted).toBe(true);
    expect(source.returned).toBe(1);
    source.push(2);
    expect(await end).toEqual({ status: 'stopped', data: [1], error: undefined });
    await clock.advanceAsync(1000);
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: [1] });
  });

  it('returns an iterable that comes after the stream was stopped', async () => {
    const clock = createManualClock();
    const source = createPushSource<number>();
    const answer = createDeferred<typeof source>();
    const stream = createFetchStream(() => answer.promise, { clock });
    void stream.start();
    await clock.advanceAsync(0);
    stream.stop();
    answer.resolve(source);
    await clock.advanceAsync(0);
    expect(source).toMatchObject({ asked: 0, returned: 1 });
    expect(stream.getSnapshot().status).toBe('stopped');
  });

  it('reports no rejection of an iterator that is returned', async () => {
    const clock = createManualClock();
    const source = { ...createPushSource<number>(), return: () => Promise.reject(new Error('no')) };
    const stream = createFetchStream(() => ({ [Symbol.asyncIterator]: () => source }), { clock });
    void stream.start();
    await clock.advanceAsync(0);
    stream.stop();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot().status).toBe('stopped');
  });

  it('fails with the code network when the iterable throws, and keeps the data', async () => {
    const clock = createManualClock();
    const source = createPushSource<number>();
    const stream = createFetchStream(() => source, { clock, accumulate: list(), retry: true });
    const end = stream.start();
    await clock.advanceAsync(0);
    source.push(1);
    await clock.advanceAsync(0);
    const reason = new Error('the model is gone');
    source.fail(reason);
    const { status, data, error } = await end;
    expect({ status, data }).toEqual({ status: 'error', data: [1] });
    expect(error).toMatchObject({ code: 'network', cause: reason, url: '', attempt: 1 });
    expect(error?.message).toMatch(/^The request failed \(the model is gone\)\. See /);
  });

  it('keeps the error of another stream', async () => {
    const other = new StreamError('http', 'GET /x answered with status 401.', { url: '/x', status: 401 });
    const failing = async function* () {
      yield 1;
      throw other;
    };
    expect((await createFetchStream(() => failing()).start()).error).toBe(other);
  });

  it('asks the function again to retry, with the number and the error', async () => {
    const clock = createManualClock();
    const attempts: [number, StreamErrorCode | undefined][] = [];
    const sources = [createPushSource<string>(), createPushSource<string>()];
    const stream = createFetchStream(
      ({ number, error }) => {
        attempts.push([number, error?.code]);
        return sources[number - 1]!;
      },
      { clock, retry: { jitter: false } },
    );
    const end = stream.start();
    await clock.advanceAsync(0);
    sources[0]!.fail(new Error('overloaded'));
    await clock.advanceAsync(999);
    expect(attempts).toEqual([[1, undefined]]);
    await clock.advanceAsync(1);
    expect(attempts).toEqual([
      [1, undefined],
      [2, 'network'],
    ]);
    sources[1]!.push('Hi');
    await clock.advanceAsync(0);
    sources[1]!.end();
    expect(await end).toMatchObject({ status: 'done', data: 'Hi' });
  });

  it('keeps the deadlines', async () => {
    const clock = createManualClock();
    const never = createFetchStream(() => new Promise<AsyncIterable<string>>(() => {}), { clock, connectTimeout: 50 });
    const first = never.start();
    await clock.advanceAsync(50);
    expect(await first).toMatchObject({ status: 'error', error: { code: 'timeout' } });
    const source = createPushSource<string>();
    const silent = createFetchStream(() => source, { clock, idleTimeout: 50 });
    const second = silent.start();
    await clock.advanceAsync(0);
    source.push('a');
    await clock.advanceAsync(50);
    expect(await second).toMatchObject({ status: 'error', data: 'a', error: { code: 'stalled' } });
    expect(source.returned).toBe(1);
  });
});

describe('a url function that answers a response', () => {
  it('reads it as any other', async () => {
    const stream = createFetchStream(() => new Response('a\nb', { headers: { 'content-length': '3' } }), {
      as: 'lines',
    });
    expect(await stream.start()).toMatchObject({ status: 'done', data: ['a', 'b'] });
    expect(stream.getSnapshot().progress).toEqual({ loaded: 3, total: 3, ratio: 1 });
  });

  it('judges it as any other', async () => {
    const failed = createFetchStream(async () => new Response('no', { status: 401 }));
    expect(await failed.start()).toMatchObject({ error: { code: 'http', status: 401, body: 'no' } });
    const page = createFetchStream(() => new Response('<p>', { headers: { 'content-type': 'text/html' } }), {
      as: 'events',
    });
    expect(await page.start()).toMatchObject({ error: { code: 'content-type' } });
  });

  it('cannot read one that was read before', async () => {
    const used = new Response('a');
    await used.text();
    const stream = createFetchStream(() => used, { retry: true });
    expect(await stream.start()).toMatchObject({ status: 'error', error: { code: 'request' } });
  });

  it('cancels its body when it is stopped', async () => {
    const cancel = vi.fn();
    const clock = createManualClock();
    const stream = createFetchStream(() => new Response(new ReadableStream({ cancel })), { clock });
    void stream.start();
    await clock.advanceAsync(0);
    stream.stop();
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('a url function that answers a stream', () => {
  it('decodes bytes', async () => {
    const bytes = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(encode('data: a\n\nda'));
          controller.enqueue(encode('ta: b\n\n'));
          controller.close();
        },
      });
    expect(await createFetchStream(bytes, { as: 'events' }).start()).toMatchObject({ data: ['a', 'b'] });
  });

  it('delivers anything else as it is', async () => {
    const values = () =>
      new ReadableStream<{ id: number }>({
        start: (controller) => {
          controller.enqueue({ id: 1 });
          controller.enqueue({ id: 2 });
          controller.close();
        },
      });
    const stream = createFetchStream(values, { as: 'json-lines' });
    expect(await stream.start()).toMatchObject({ data: [{ id: 1 }, { id: 2 }] });
  });
});

describe.each(['headers', 'body'] as const)('a url function that answers a stream, if %s then throws,', (part) => {
  const fail = async () => {
    throw new Error('no token');
  };

  it.each([
    ['a stream', (cancel: () => void) => new ReadableStream({ cancel })],
    ['a response', (cancel: () => void) => new Response(new ReadableStream({ cancel }))],
    ['an async iterable', (cancel: () => void) => ({ [Symbol.asyncIterator]: () => iterator(cancel) })],
  ])('cancels %s', async (_what, answer) => {
    const cancel = vi.fn();
    const stream = createFetchStream(() => answer(cancel) as ReadableStream<unknown>, { [part]: fail });
    expect(await stream.start()).toMatchObject({ status: 'error', error: { code: 'request' } });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('fails as before if that is being read already', async () => {
    const locked = new ReadableStream();
    locked.getReader();
    const stream = createFetchStream(() => locked, { [part]: fail });
    expect(await stream.start()).toMatchObject({ status: 'error', error: { code: 'request' } });
  });
});

function iterator(cancel: () => void): AsyncIterator<unknown> {
  return {
    next: async () => ({ done: true, value: undefined }),
    return: async () => (cancel(), { done: true, value: undefined }),
  };
}
