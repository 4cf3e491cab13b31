import { createEventSource, list } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  const open = (share: boolean | string = true, url = '/feed') => {
    const source = createEventSource(url, { share, fetch: mock.fetch, clock, accumulate: list() });
    source.open();
    return source;
  };
  return { mock, clock, open };
}

describe('sharing', () => {
  it('uses one connection for all sources of one url', async () => {
    const { mock, clock, open } = setUp();
    const [first, second] = [open(), open()];
    const request = await mock.nextRequest();
    request.respond(eventStream).event('a');
    await clock.advanceFrameAsync();
    expect(mock.requests).toHaveLength(1);
    expect(first.getSnapshot()).toMatchObject({ status: 'open', data: ['a'] });
    expect(second.getSnapshot()).toMatchObject({ status: 'open', data: ['a'] });
    first.close();
    second.close();
    await clock.advanceAsync(10);
    expect(request.aborted).toBe(true);
  });

  it('keeps the connection until the last one leaves, and lets one that comes back at once join again', async () => {
    const { mock, clock, open } = setUp();
    const [first, second] = [open(), open()];
    const request = await mock.nextRequest();
    request.respond(eventStream);
    await clock.advanceAsync(0);
    first.close();
    await clock.advanceAsync(100);
    expect(request.aborted).toBe(false);
    second.close();
    const third = open();
    request.event('b');
    await clock.advanceAsync(100);
    expect(request.aborted).toBe(false);
    expect(third.getSnapshot()).toMatchObject({ status: 'open', data: ['b'], response: { status: 200 } });
    expect(first.getSnapshot()).toMatchObject({ status: 'closed', data: [] });
    third.close();
    await clock.advanceAsync(100);
    expect(request.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('tells those who join the state of the connection', async () => {
    const { mock, clock, open } = setUp();
    const first = open();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    const second = open();
    expect(second.getSnapshot()).toMatchObject({ status: 'reconnecting', error: { code: 'network' } });
    expect(second.getSnapshot().reconnection).toEqual(first.getSnapshot().reconnection);
    first.close();
    second.close();
    await clock.advanceAsync(10);
  });

  it('keeps other urls and names apart', async () => {
    const { mock, clock, open } = setUp();
    const sources = [open(), open(true, '/other'), open('name'), open('name', '/third'), open(false)];
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ url }) => url)).toEqual(['/feed', '/other', '/feed', '/feed']);
    for (const source of sources) source.close();
    await clock.advanceAsync(10);
    expect(mock.requests.every(({ aborted }) => aborted)).toBe(true);
  });

  it('connects again after the shared connection has failed', async () => {
    const { mock, clock, open } = setUp();
    const [first, second] = [open(), open()];
    (await mock.nextRequest()).respond({ status: 404, body: '' });
    await clock.advanceAsync(0);
    expect([first.getSnapshot().status, second.getSnapshot().status]).toEqual(['error', 'error']);
    const third = open();
    await clock.advanceAsync(10);
    expect(mock.requests).toHaveLength(2);
    expect(third.getSnapshot().status).toBe('connecting');
    third.close();
    await clock.advanceAsync(10);
  });

  it('lets one leave by `until` while the others continue', async () => {
    const { mock, clock, open } = setUp();
    const all = open();
    const some = createEventSource('/feed', {
      share: true,
      fetch: mock.fetch,
      clock,
      accumulate: list(),
      until: (event) => event.data === 'b',
    });
    some.open();
    (await mock.nextRequest()).respond(eventStream).text('data: a\n\ndata: b\n\ndata: c\n\n');
    await clock.advanceFrameAsync();
    expect(some.getSnapshot()).toMatchObject({ status: 'closed', data: ['a'] });
    expect(all.getSnapshot()).toMatchObject({ status: 'open', data: ['a', 'b', 'c'] });
    all.close();
    await clock.advanceAsync(10);
  });

  it('lets one open again in its onClose while the others are told of the end', async () => {
    const { mock, clock, open } = setUp();
    let closes = 0;
    const first = createEventSource('/feed', {
      share: true,
      fetch: mock.fetch,
      clock,
      onClose: () => {
        closes++;
        if (closes === 1) first.open();
      },
    });
    first.open();
    const second = open();
    (await mock.nextRequest()).respond({ status: 204 });
    await clock.advanceAsync(0);
    expect(closes).toBe(1);
    expect([first.getSnapshot().status, second.getSnapshot().status]).toEqual(['connecting', 'closed']);
    expect(mock.requests).toHaveLength(2);
    first.close();
    await clock.advanceAsync(10);
    expect(mock.requests[1]?.aborted).toBe(true);
  });

  it('delivers an event once to one that leaves and joins again while it is delivered', async () => {
    const { mock, clock, open } = setUp();
    const seen: string[] = [];
    const first = createEventSource('/feed', {
      share: true,
      fetch: mock.fetch,
      clock,
      onEvent: (item) => {
        seen.push(item);
        first.close();
        first.open();
      },
    });
    first.open();
    const second = open();
    (await mock.nextRequest()).event('a').event('b');
    await clock.advanceFrameAsync();
    expect(seen).toEqual(['a', 'b']);
    expect(second.getSnapshot().data).toEqual(['a', 'b']);
    first.close();
    second.close();
    await clock.advanceAsync(10);
  });

  it('keeps urls apart that have the same key', async () => {
    const { mock, clock } = setUp();
    const sources = ['/rooms/1', '/users/1'].map((url) =>
      createEventSource(url, { share: true, key: 1, fetch: mock.fetch, clock }),
    );
    for (const source of sources) source.open();
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ url }) => url)).toEqual(['/rooms/1', '/users/1']);
    for (const source of sources) source.close();
    await clock.advanceAsync(10);
  });

  it('gives one that joins the last event ID of the connection', async () => {
    const { mock, clock, open } = setUp();
    const first = open();
    (await mock.nextRequest()).event({ data: 'a', id: '7' });
    await clock.advanceFrameAsync();
    const second = open();
    expect(second.getSnapshot()).toMatchObject({ status: 'open', lastEventId: '7', count: 0 });
    first.close();
    second.close();
    await clock.advanceAsync(10);
  });

  it('requests no frame any more when the last one has left', async () => {
    const { mock, clock, open } = setUp();
    const sources = [open(), open(), open()];
    const request = await mock.nextRequest();
    request.respond(eventStream).event('a');
    await clock.advanceAsync(0);
    request.event('b');
    sources[0]!.close();
    await clock.advanceFrameAsync();
    expect(sources.map((source) => source.getSnapshot().data)).toEqual([['a'], ['a', 'b'], ['a', 'b']]);
    sources[1]!.close();
    sources[2]!.close();
    await clock.advanceAsync(0);
    expect(clock.pending).toBe(0);
  });

  it('gives one that joins late the last event ID, though the first to join has left', async () => {
    const { mock, clock, open } = setUp();
    const [first, second] = [open(), open()];
    const request = await mock.nextRequest();
    request.event({ data: 'a', id: '1' });
    await clock.advanceFrameAsync();
    first.close();
    await clock.advanceFrameAsync();
    request.event({ data: 'b', id: '2' });
    await clock.advanceFrameAsync();
    const third = open();
    expect(third.getSnapshot().lastEventId).toBe('2');
    second.close();
    third.close();
    await clock.advanceAsync(10);
  });

  it('takes no last event ID of a source that has left for another stream', async () => {
    const { mock, clock, open } = setUp();
    const [first, second] = [open(), open()];
    const request = await mock.nextRequest();
    first.close();
    first.update({ url: '/other' });
    first.open();
    (await mock.nextRequest()).event({ data: 'a', id: 'other' });
    await clock.advanceFrameAsync();
    request.event('b');
    await clock.advanceFrameAsync();
    expect(second.getSnapshot()).toMatchObject({ data: ['b'], lastEventId: '' });
    first.close();
    second.close();
    await clock.advanceAsync(10);
  });

  it('is joined after another source has started it again at its end', async () => {
    const { mock, clock, open } = setUp();
    const other = createEventSource('/feed', { share: true, fetch: mock.fetch, clock });
    const first = createEventSource('/feed', {
      share: true,
      fetch: mock.fetch,
      clock,
      onClose: (): void => other.reconnect(),
    });
    first.open();
    other.open();
    (await mock.nextRequest()).respond({ status: 404, body: '' });
    await clock.advanceAsync(10);
    const late = open();
    await clock.advanceAsync(10);
    expect(mock.requests).toHaveLength(2);
    other.close();
    late.close();
    await clock.advanceAsync(10);
  });

  it.each([0, ''])('takes the key %j for one', async (key) => {
    const { mock, clock } = setUp();
    const source = createEventSource(() => '/feed', { share: true, key, fetch: mock.fetch, clock });
    source.open();
    expect(source.getSnapshot().status).toBe('connecting');
    source.close();
    await clock.advanceAsync(10);
  });

  it('requests the url of the source that joined first, and after that of the one that is left', async () => {
    const { mock, clock, open } = setUp();
    const [first, second] = [open('prices', '/a'), open('prices', '/b')];
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(1000);
    (await mock.nextRequest()).fail();
    first.close();
    await clock.advanceAsync(2000);
    await mock.nextRequest();
    expect(mock.requests.map(({ url }) => url)).toEqual(['/a', '/a', '/b']);
    second.close();
    await clock.advanceAsync(0);
  });

  it('says which request it cannot share', () => {
    const source = createEventSource('/feed', { share: true, body: () => '', method: 'put' });
    source.open();
    expect(source.getSnapshot().error).toMatchObject({ code: 'request', url: '/feed', method: 'PUT' });
  });
});
