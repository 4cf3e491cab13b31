import { createEventSource, createFetchStream, list, type Accumulator } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  return { mock, clock, transport: { fetch: mock.fetch, clock } };
}

describe('update() in a callback', () => {
  it('of an item changes how the next item of the same chunk is made', async () => {
    const { mock, clock, transport } = setUp();
    const source = createEventSource('/feed', {
      ...transport,
      accumulate: list(),
      select: (item: string) => item,
      onEvent: () => source.update({ select: (item) => item.toUpperCase() }),
    });
    source.open();
    (await mock.nextRequest()).respond(eventStream).text('data: a\n\ndata: b\n\n');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: ['a', 'B'] });
    source.close();
  });

  it('gives the next request another URL, and leaves the one under way alone', async () => {
    const { mock, clock, transport } = setUp();
    const source = createEventSource('/old', {
      ...transport,
      accumulate: list(),
      reconnect: { jitter: false },
      onOpen: () => source.update({ url: '/new' }),
    });
    source.open();
    const first = await mock.nextRequest();
    first.respond(eventStream).event('a');
    await clock.advanceFrameAsync();
    expect(first.aborted).toBe(false);
    first.end();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).url).toBe('/new');
    expect(source.getSnapshot().data).toEqual(['a']);
    source.close();
  });

  it('with `enabled: false` closes an attached source at the end of the turn, without calling back', async () => {
    const { mock, clock, transport } = setUp();
    const onClose = vi.fn();
    const source = createEventSource('/feed', {
      ...transport,
      accumulate: list(),
      onEvent: () => source.update({ enabled: false }),
      onClose,
    });
    const detach = source.attach('passive');
    const request = await mock.nextRequest();
    request.respond(eventStream).event('a');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: ['a'] });
    expect(request.aborted).toBe(true);
    expect(onClose).not.toHaveBeenCalled();
    detach();
    expect(clock.pending).toBe(0);
  });

  it('with another signal leaves the run to the signal that it has started with', async () => {
    const { mock, clock, transport } = setUp();
    const old = new AbortController();
    const next = new AbortController();
    const stream = createFetchStream('/a', {
      ...transport,
      signal: old.signal,
      onItem: () => stream.update({ signal: next.signal }),
    });
    const end = stream.start();
    (await mock.nextRequest()).text('a');
    await clock.advanceFrameAsync();
    next.abort();
    expect(stream.getSnapshot().status).toBe('streaming');
    old.abort();
    expect(await end).toMatchObject({ status: 'stopped', data: 'a' });
  });
});

describe('stopping in `select`', () => {
  it('closes an event source for good, without the item', async () => {
    const { mock, clock, transport } = setUp();
    const onEvent = vi.fn();
    const onClose = vi.fn();
    const source = createEventSource('/feed', {
      ...transport,
      accumulate: list(),
      select: (item: string) => {
        source.close();
        return item;
      },
      onEvent,
      onClose,
    });
    source.open();
    const request = await mock.nextRequest();
    request.respond(eventStream).text('data: a\n\ndata: b\n\n');
    await clock.advanceAsync(60_000);
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: [], count: 0 });
    expect(onClose.mock.calls).toEqual([['close']]);
    expect(onEvent).not.toHaveBeenCalled();
    expect(mock.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});

describe('an accumulator that is told of the end', () => {
  const createStopping = (stop: () => void): Accumulator<unknown, string, string> => ({
    create: () => '',
    add: (text, item) => text + String(item),
    snapshot: (text) => text,
    end: stop,
  });

  it('and stops its stream leaves it stopped, with one callback', async () => {
    const { mock, clock, transport } = setUp();
    const callbacks = { onEnd: vi.fn(), onStop: vi.fn(), onError: vi.fn() };
    const accumulate = createStopping(() => stream.stop());
    const stream = createFetchStream('/a', { ...transport, ...callbacks, accumulate: accumulate as never });
    const end = stream.start();
    (await mock.nextRequest()).text('a').end();
    expect(await end).toMatchObject({ status: 'stopped', data: 'a' });
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: 'a' });
    expect([callbacks.onStop, callbacks.onEnd, callbacks.onError].map(({ mock: { calls } }) => calls.length)).toEqual([
      1, 0, 0,
    ]);
    expect(clock.pending).toBe(0);
  });

  it('and opens its source again shows that it connects', async () => {
    const { mock, clock, transport } = setUp();
    let isFirst = true;
    const accumulate = createStopping(() => {
      if (isFirst) source.open();
      isFirst = false;
    });
    const source = createEventSource('/feed', { ...transport, accumulate: accumulate as never });
    source.open();
    (await mock.nextRequest()).respond(eventStream).event('a');
    await clock.advanceFrameAsync();
    source.close();
    expect(source.getSnapshot().status).toBe('connecting');
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ aborted }) => aborted)).toEqual([true, false]);
    source.close();
    await clock.advanceAsync(0);
    expect(clock.pending).toBe(0);
  });
});
