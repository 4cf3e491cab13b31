import { createEventSource, list } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

describe('createEventSource', () => {
  it('does nothing until it is opened', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const source = createEventSource('/feed', { fetch: mock.fetch, clock });
    await clock.advanceAsync(1000);
    expect(mock.requests).toHaveLength(0);
    expect(clock.pending).toBe(0);
    expect(source.getSnapshot()).toEqual({
      status: 'idle',
      data: undefined,
      isPrevious: false,
      lastEvent: undefined,
      lastEventId: '',
      count: 0,
      error: undefined,
      reconnection: undefined,
      response: undefined,
    });
  });

  it('goes from connecting to open to reconnecting to closed', async () => {
    const { source, mock, clock, settle } = openEventSource({ reconnect: { jitter: false } });
    expect(source.getSnapshot()).toMatchObject({ status: 'connecting', response: undefined });

    const first = await mock.nextRequest();
    first.respond(eventStream);
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', response: { status: 200 }, error: undefined });

    first.event({ data: 'one', id: '1' });
    await settle();
    expect(source.getSnapshot()).toMatchObject({
      status: 'open',
      data: 'one',
      count: 1,
      lastEventId: '1',
      lastEvent: { type: 'message', data: 'one', lastEventId: '1' },
    });

    first.end();
    await settle();
    expect(source.getSnapshot()).toMatchObject({
      status: 'reconnecting',
      data: 'one',
      error: undefined,
      reconnection: { attempt: 1, delay: 1000, error: undefined },
    });

    await clock.advanceAsync(1000);
    const second = await mock.nextRequest();
    expect(second.headers.get('last-event-id')).toBe('1');
    expect(source.getSnapshot()).toMatchObject({ status: 'reconnecting', reconnection: { attempt: 1 } });
    second.respond(eventStream);
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', reconnection: undefined });

    source.close();
    expect(second.aborted).toBe(true);
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: 'one', count: 1, error: undefined });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('opens once however often it is asked to', async () => {
    const { source, mock, settle } = openEventSource();
    source.open();
    await settle();
    source.open();
    await settle();
    expect(mock.requests).toHaveLength(1);
  });

  it('sends nothing when it is closed in the same turn', async () => {
    const { source, mock, settle } = openEventSource();
    source.close();
    await settle();
    expect(mock.requests).toHaveLength(0);
    expect(source.getSnapshot().status).toBe('closed');
  });

  it('resumes with the last event ID when it is opened again, and counts from zero', async () => {
    const { source, mock, settle } = openEventSource();
    (await mock.nextRequest()).event({ data: 'one', id: 'a' });
    await settle();
    source.close();
    source.open();
    const second = await mock.nextRequest();
    expect(second.headers.get('last-event-id')).toBe('a');
    expect(source.getSnapshot()).toMatchObject({ status: 'connecting', data: 'one', count: 0 });
  });

  it('drops the connection and connects at once on reconnect()', async () => {
    const { source, mock, clock, settle } = openEventSource();
    const first = await mock.nextRequest();
    first.event({ data: 'one', id: 'a' });
    await settle();
    source.reconnect();
    expect(first.aborted).toBe(true);
    expect(source.getSnapshot()).toMatchObject({ status: 'connecting', count: 1 });
    const second = await mock.nextRequest();
    expect(second.headers.get('last-event-id')).toBe('a');
    second.fail();
    await settle();
    expect(source.getSnapshot().status).toBe('reconnecting');
    source.reconnect();
    await mock.nextRequest();
    expect(source.getSnapshot()).toMatchObject({
      status: 'connecting',
      error: { code: 'network' },
      reconnection: undefined,
    });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(3);
  });

  it('forgets data and count on clear(), and keeps the connection and the last event ID', async () => {
    const { source, mock, clock, settle } = openEventSource({ accumulate: list() });
    const request = await mock.nextRequest();
    request.event({ data: 'one', id: 'a' });
    await settle();
    source.clear();
    expect(source.getSnapshot()).toMatchObject({
      status: 'open',
      data: [],
      count: 0,
      lastEvent: undefined,
      lastEventId: 'a',
    });
    request.event('two');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ count: 1, lastEventId: 'a' });
  });

  it('ends for good on 204', async () => {
    const onClose = vi.fn();
    const { source, mock, clock, settle } = openEventSource({ onClose });
    (await mock.nextRequest()).respond({ status: 204 });
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', error: undefined });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    expect(onClose.mock.calls).toEqual([['no-content']]);
  });

  it('ends when `until` matches, without the matching event', async () => {
    const onClose = vi.fn();
    const { source, mock, settle } = openEventSource({
      accumulate: list(),
      until: (event) => event.type === 'end',
      onClose,
    });
    const request = await mock.nextRequest();
    request.respond(eventStream).text('data: a\n\nevent: end\ndata: bye\n\ndata: stray\n\n');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: ['a'], count: 1 });
    expect(request.aborted).toBe(true);
    expect(onClose.mock.calls).toEqual([['until']]);
  });

  it('delivers nothing after close(), not even from the same chunk, and resumes after what it delivered', async () => {
    const { source, mock, settle } = openEventSource({
      accumulate: list(),
      onEvent: (item) => {
        if (item === 'b') source.close();
      },
    });
    (await mock.nextRequest()).respond(eventStream).text('id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: c\n\n');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: ['a', 'b'], lastEventId: '2' });
    source.open();
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBe('2');
  });

  it.each([null, undefined, ''])('stays idle with %j as its url', async (url) => {
    const mock = createMockStream();
    const source = createEventSource(url, { fetch: mock.fetch });
    source.open();
    source.reconnect();
    await createManualClock().advanceAsync(0);
    expect(source.getSnapshot().status).toBe('idle');
    expect(mock.requests).toHaveLength(0);
  });
});
