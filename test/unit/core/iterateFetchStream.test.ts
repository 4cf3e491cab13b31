import { iterateFetchStream, StreamError } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  return { mock, clock, options: { fetch: mock.fetch, clock } };
}

afterEach(() => void vi.unstubAllGlobals());

/** Takes all items, and what the loop throws. */
async function collect<Item>(iterable: AsyncIterable<Item>) {
  const items: Item[] = [];
  try {
    for await (const item of iterable) items.push(item);
    return { items };
  } catch (error) {
    return { items, error };
  }
}

describe('iterateFetchStream', () => {
  it('sends nothing until the first item is asked for', async () => {
    const { mock, clock, options } = setUp();
    const iterator = iterateFetchStream('/chat', options);
    await clock.advanceAsync(100);
    expect(mock.requests).toHaveLength(0);
    await iterator.return?.();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(mock.requests).toHaveLength(0);
  });

  it('delivers the items through parse, until and select', async () => {
    const { mock, options } = setUp();
    const items = collect(
      iterateFetchStream('/rows', {
        ...options,
        as: 'json-lines',
        body: { from: 1 },
        parse: (line) => JSON.parse(line) as { id: number },
        until: (line) => line === 'end',
        requireUntil: true,
        select: ({ id }) => (id === 2 ? undefined : id),
      }),
    );
    const request = await mock.nextRequest();
    expect(request).toMatchObject({ method: 'POST', body: '{"from":1}' });
    request.text('{"id":1}\n{"id":2}\n').text('{"id":3}\nend\n{"id":4}\n');
    expect(await items).toEqual({ items: [1, 3] });
    expect(request.aborted).toBe(true);
  });

  it('reads no further while the loop is busy', async () => {
    const { mock, clock, options } = setUp();
    const reads = vi.fn();
    const pieces = ['a', 'b', 'c'];
    const body = () =>
      new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            reads();
            const piece = pieces.shift();
            if (piece) controller.enqueue(new TextEncoder().encode(piece));
            else controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    const iterator = iterateFetchStream(body, { ...options, idleTimeout: 1000 });
    expect(await iterator.next()).toEqual({ done: false, value: 'a' });
    expect(clock.pending).toBe(0);
    await clock.advanceAsync(60_000);
    expect(reads).toHaveBeenCalledTimes(1);
    expect(await iterator.next()).toEqual({ done: false, value: 'b' });
    await clock.advanceAsync(60_000);
    expect(reads).toHaveBeenCalledTimes(2);
    expect(await iterator.next()).toEqual({ done: false, value: 'c' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(mock.requests).toHaveLength(0);
    expect(clock.pending).toBe(0);
  });

  it('delivers the items of one chunk before it reads the next', async () => {
    const { mock, options } = setUp();
    const iterator = iterateFetchStream('/log', { ...options, as: 'lines' });
    const first = iterator.next();
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    (await mock.nextRequest()).text('a\nb\nc\n').end();
    expect(await first).toEqual({ done: false, value: 'a' });
    expect(await collect(iterator)).toEqual({ items: ['b', 'c'] });
    expect(report).not.toHaveBeenCalled();
  });

  it('aborts the request when the loop is left', async () => {
    const { mock, clock, options } = setUp();
    const left = (async () => {
      for await (const line of iterateFetchStream('/log', { ...options, as: 'lines' })) return line;
      return undefined;
    })();
    const request = await mock.nextRequest();
    request.text('a\nb\n');
    expect(await left).toBe('a');
    expect(request.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('ends a loop that waits when it is returned', async () => {
    const { mock, options } = setUp();
    const iterator = iterateFetchStream('/log', options);
    const next = iterator.next();
    const request = await mock.nextRequest();
    await iterator.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(request.aborted).toBe(true);
  });

  it('throws a typed error after the items that arrived before', async () => {
    const { mock, options } = setUp();
    const result = collect(iterateFetchStream('/log', { ...options, as: 'lines' }));
    const request = await mock.nextRequest();
    request.text('a\nb\n').fail();
    const { items, error } = await result;
    expect(items).toEqual(['a', 'b']);
    expect(error).toBeInstanceOf(StreamError);
    expect(error).toMatchObject({ code: 'network', url: '/log', method: 'GET' });
  });

  it('judges the response', async () => {
    const { mock, options } = setUp();
    mock.answer({ status: 404, body: 'gone' });
    expect(await collect(iterateFetchStream('/log', options))).toMatchObject({
      items: [],
      error: { code: 'http', status: 404, body: 'gone' },
    });
  });

  it('keeps the deadlines', async () => {
    const { clock, options } = setUp();
    const result = collect(iterateFetchStream('/log', { ...options, connectTimeout: 50 }));
    await clock.advanceAsync(50);
    expect(await result).toMatchObject({ error: { code: 'timeout' } });
  });

  it('sends the request again as the policy says', async () => {
    const { mock, clock, options } = setUp();
    mock.answer({ status: 503, body: '' }, { body: 'ok' });
    const result = collect(iterateFetchStream('/log', { ...options, retry: { jitter: false } }));
    await clock.advanceAsync(1000);
    expect(await result).toEqual({ items: ['ok'] });
    expect(mock.requests).toHaveLength(2);
  });

  it("throws the signal's reason and aborts the request", async () => {
    const { mock, clock, options } = setUp();
    const controller = new AbortController();
    const result = collect(iterateFetchStream('/log', { ...options, as: 'lines', signal: controller.signal }));
    const request = await mock.nextRequest();
    request.text('a\n');
    await clock.advanceAsync(0);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await result).toEqual({ items: ['a'], error: reason });
    expect(request.aborted).toBe(true);
  });

  it('aborts the request if another listener of the signal asks for the next item', async () => {
    const { mock, options } = setUp();
    const controller = new AbortController();
    const { signal } = controller;
    const iterator = iterateFetchStream('/log', { ...options, signal });
    let next: Promise<unknown> | undefined;
    signal.addEventListener('abort', () => (next = collect(iterator)));
    const first = iterator.next();
    const request = await mock.nextRequest();
    request.text('a');
    await first;
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await next).toEqual({ items: [], error: reason });
    expect(request.aborted).toBe(true);
  });

  it('leaves no listener on the signal', async () => {
    const { mock, options } = setUp();
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    mock.answer({ body: 'a' });
    await collect(iterateFetchStream('/log', { ...options, signal }));
    expect(add).toHaveBeenCalledOnce();
    expect(remove.mock.calls).toEqual(add.mock.calls);
  });

  it('sends nothing if the signal has aborted', async () => {
    const { mock, options } = setUp();
    const reason = new Error('before');
    expect(await collect(iterateFetchStream('/log', { ...options, signal: AbortSignal.abort(reason) }))).toEqual({
      items: [],
      error: reason,
    });
    expect(mock.requests).toHaveLength(0);
  });

  it('ends at once without a URL', async () => {
    expect(await collect(iterateFetchStream(null))).toEqual({ items: [] });
  });
});
