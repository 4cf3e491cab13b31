import { list } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

async function watch(options: object) {
  const opened = openEventSource({ accumulate: list(), ...options });
  const request = await opened.mock.nextRequest();
  request.respond(eventStream);
  await opened.settle();
  const seen: number[] = [];
  opened.source.subscribe(() => seen.push(opened.source.getSnapshot().count));
  return { ...opened, request, seen };
}

describe('publishing', () => {
  it('shows the first events at once, those that follow once a frame', async () => {
    const { source, request, clock, seen } = await watch({});
    request.text('data: a\n\ndata: b\n\n');
    await clock.advanceAsync(0);
    expect(seen).toEqual([2]);
    const { data } = source.getSnapshot();
    for (let i = 0; i < 10; i++) {
      request.event('c');
      await clock.advanceAsync(1);
    }
    expect(seen).toEqual([2]);
    await clock.advanceFrameAsync();
    expect(seen).toEqual([2, 12]);
    expect(data).toEqual(['a', 'b']);
    await clock.advanceFrameAsync(3);
    expect(seen).toEqual([2, 12]);
    expect(clock.pending).toBe(0);
  });

  it('shows the end and the data before it together', async () => {
    const { source, request, clock, seen } = await watch({ until: (event: { type: string }) => event.type === 'end' });
    request.event('a');
    await clock.advanceAsync(0);
    request.text('data: b\n\ndata: c\n\nevent: end\ndata\n\n');
    await clock.advanceAsync(0);
    expect(seen).toEqual([1, 3]);
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: ['a', 'b', 'c'] });
    await clock.advanceFrameAsync(3);
    expect(seen).toEqual([1, 3]);
  });

  it('shows a failure and the data before it together', async () => {
    const { source, request, clock, seen } = await watch({ reconnect: false });
    request.text('data: a\n\ndata: b\n\n').drop();
    await clock.advanceFrameAsync();
    expect(seen.at(-1)).toBe(2);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', data: ['a', 'b'] });
  });

  it('shows each event at once with `throttle: "none"`', async () => {
    const { request, clock, seen } = await watch({ throttle: 'none' });
    request.text('data: a\n\ndata: b\n\ndata: c\n\n');
    await clock.advanceAsync(0);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('shows events at most once in the milliseconds of `throttle`', async () => {
    const { request, clock, seen } = await watch({ throttle: 100 });
    for (let i = 0; i < 25; i++) {
      request.event('a');
      await clock.advanceAsync(10);
    }
    expect(seen).toHaveLength(3);
    await clock.advanceAsync(100);
    expect(seen.at(-1)).toBe(25);
  });

  it('leaves no timer of `throttle` behind', async () => {
    const { source, request, clock } = await watch({ throttle: 100 });
    request.event('a');
    await clock.advanceAsync(0);
    expect(clock.pending).toBe(1);
    source.close();
    expect(clock.pending).toBe(0);
  });

  it.each(['frame', 'auto', 100])('shows nothing after the end with the throttle %j', async (throttle) => {
    const { source, request, clock, seen } = await watch({ throttle });
    let closed: unknown;
    source.update({
      onEvent: () => {
        source.close();
        closed = source.getSnapshot();
      },
    });
    request.event('a');
    await clock.advanceFrameAsync(3);
    expect(seen).toEqual([1]);
    expect(source.getSnapshot()).toBe(closed);
  });

  it('shows events of the `types` only, and counts no others', async () => {
    const { source, request, clock } = await watch({ types: ['add', 'message'] });
    request.text('event: add\ndata: a\n\nevent: remove\ndata: b\n\ndata: c\n\n');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ data: ['a', 'c'], count: 2 });
  });

  it('leaves out items for which `select` picks null or undefined', async () => {
    const picked: Record<string, unknown> = { a: null, b: undefined, c: '', d: 0 };
    const { source, request, clock } = await watch({ select: (item: string) => picked[item] });
    request.text('data: a\n\ndata: b\n\ndata: c\n\ndata: d\n\n');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ data: ['', 0], count: 2 });
  });

  it('shows an item that `parse` made null, without `select`', async () => {
    const { source, request, clock } = await watch({ parse: 'json' });
    request.event('null');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ data: [null], count: 1 });
  });

  it('takes a parser that is undefined in a record for text', async () => {
    const { source, request, clock } = await watch({ parse: { message: undefined } });
    request.text('data: a\n\nevent: other\ndata: b\n\n');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot().data).toEqual([{ type: 'message', data: 'a', lastEventId: '' }]);
  });

  it('shows events within 250 ms if no frame comes', async () => {
    const clock = createManualClock();
    const frameless = { ...clock, requestAnimationFrame: () => 0, cancelAnimationFrame: () => {} };
    const { request, seen } = await watch({ clock: frameless });
    request.event('a');
    await clock.advanceAsync(0);
    request.event('b');
    await clock.advanceAsync(249);
    expect(seen).toEqual([1]);
    await clock.advanceAsync(1);
    expect(seen).toEqual([1, 2]);
  });

  it('keeps the identity of data and items that did not change', async () => {
    const { source, request, clock } = await watch({ parse: 'json' });
    request.event('{"n":1}');
    await clock.advanceFrameAsync();
    const before = source.getSnapshot().data as unknown as object[];
    request.event('{"n":2}');
    await clock.advanceFrameAsync();
    const after = source.getSnapshot().data as unknown as object[];
    expect(after[0]).toBe(before[0]);
    source.close();
    expect(source.getSnapshot().data).toBe(after);
  });
});
