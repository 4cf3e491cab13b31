import { iterateEventSource } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  return { mock, clock, options: { fetch: mock.fetch, clock, reconnect: { jitter: false } } };
}

async function collect<Item>(iterable: AsyncIterable<Item>, items: Item[]) {
  for await (const item of iterable) items.push(item);
}

describe('iterateEventSource', () => {
  it('reconnects with the last event ID and ends when `until` matches', async () => {
    const { mock, clock, options } = setUp();
    const items: number[] = [];
    const onClose = vi.fn();
    const end = collect(
      iterateEventSource('/feed', {
        ...options,
        parse: ({ data }) => Number(data),
        until: ({ type }) => type === 'end',
        initialLastEventId: '1',
        onClose,
      }),
      items,
    );
    const first = await mock.nextRequest();
    expect(first.headers.get('last-event-id')).toBe('1');
    first.respond(eventStream);
    first.event({ id: '2', data: '2' }).end();
    await clock.advanceAsync(1000);
    const second = await mock.nextRequest();
    expect(second.headers.get('last-event-id')).toBe('2');
    second.respond(eventStream);
    second.event({ id: '3', data: '3' }).event({ type: 'end', data: '' });
    await end;
    expect(items).toEqual([2, 3]);
    expect(onClose.mock.calls).toEqual([['until']]);
    expect(clock.pending).toBe(0);
  });

  it('leaves no timer behind while the loop is busy', async () => {
    const { mock, clock, options } = setUp();
    const iterator = iterateEventSource('/feed', { ...options, idleTimeout: 1000 });
    const next = iterator.next();
    (await mock.nextRequest()).respond(eventStream).event('a');
    expect(await next).toEqual({ done: false, value: 'a' });
    expect(clock.pending).toBe(0);
    await iterator.return?.();
  });

  it('closes the source when the loop is left', async () => {
    const { mock, clock, options } = setUp();
    const left = (async () => {
      for await (const text of iterateEventSource('/feed', options)) return text;
      return undefined;
    })();
    const request = await mock.nextRequest();
    request.respond(eventStream);
    request.event({ data: 'a' });
    expect(await left).toBe('a');
    expect(request.aborted).toBe(true);
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
  });

  it('throws the failure that ends it', async () => {
    const { mock, options } = setUp();
    mock.answer({ status: 401, body: 'no' });
    await expect(collect(iterateEventSource('/feed', options), [])).rejects.toMatchObject({
      code: 'http',
      status: 401,
    });
  });

  it("throws the signal's reason while it waits to reconnect", async () => {
    const { mock, clock, options } = setUp();
    const controller = new AbortController();
    const end = collect(iterateEventSource('/feed', { ...options, signal: controller.signal }), []);
    end.catch(() => {});
    mock.answer({ status: 503, body: '' });
    await clock.advanceAsync(500);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(end).rejects.toBe(reason);
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('ends at once without a URL', async () => {
    const items: string[] = [];
    await collect(iterateEventSource(undefined), items);
    expect(items).toEqual([]);
  });
});
