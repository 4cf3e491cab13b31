import { createEventSource, createFetchStream, list } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

describe('a last event ID', () => {
  it('reaches the source from a block without data, and is sent when it reconnects', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: { jitter: false } });
    const first = await mock.nextRequest();
    first.respond(eventStream).text('id: 7\n\n');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ lastEventId: '7', count: 0, lastEvent: undefined });
    first.drop();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBe('7');
  });
});

describe('a member of a shared request', () => {
  it('that another member closes during a delivery is told nothing more', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const create = (onComment: () => void) =>
      createEventSource('/guards', { share: true, fetch: mock.fetch, clock, accumulate: list(), onComment });
    const onComment = vi.fn();
    const second = create(onComment);
    const first = create(() => second.close());
    first.open();
    second.open();
    (await mock.nextRequest()).respond(eventStream).text(': now\nid: 7\ndata: a\n\n');
    await clock.advanceFrameAsync();
    expect(first.getSnapshot()).toMatchObject({ data: ['a'], lastEventId: '7' });
    expect(onComment).not.toHaveBeenCalled();
    expect(second.getSnapshot()).toMatchObject({ status: 'closed', data: [], count: 0, lastEventId: '' });
    first.close();
    await clock.advanceAsync(10);
  });
});

describe('onOpen of a fetch stream', () => {
  it('is not called if a listener has stopped the stream', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const onOpen = vi.fn();
    const stream = createFetchStream('/chat', { fetch: mock.fetch, clock, onOpen });
    stream.subscribe(() => {
      if (stream.getSnapshot().status === 'streaming') stream.stop();
    });
    const end = stream.start();
    (await mock.nextRequest()).respond();
    expect((await end).status).toBe('stopped');
    expect(onOpen).not.toHaveBeenCalled();
  });
});

describe('the text of a failed response', () => {
  it('is read for two seconds at most', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: false });
    const request = await mock.nextRequest();
    request.respond({ status: 404 }).text('slow');
    await clock.advanceAsync(1999);
    expect(source.getSnapshot().status).toBe('connecting');
    await clock.advanceAsync(1);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'http', body: 'slow' } });
    expect(request.cancelled || request.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('is not read past 64 Ki characters', async () => {
    const { source, mock, settle } = openEventSource({ reconnect: false });
    const request = await mock.nextRequest();
    request.respond({ status: 404 }).text('x'.repeat(65_536));
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'http' } });
    expect(source.getSnapshot().error?.body).toHaveLength(65_536);
    expect(request.cancelled || request.aborted).toBe(true);
  });
});
