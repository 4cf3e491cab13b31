import { createEventSource, createFetchStream } from 'react-streamed/core';
import { createManualClock, createMockStream, type ManualClock, type MockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

interface Options {
  readonly fetch: MockStream['fetch'];
  readonly clock: ManualClock;
  readonly enabled?: boolean;
}

describe.each([
  ['an event source', (options: Options) => createEventSource('/feed', options)],
  ['a fetch stream', (options: Options) => createFetchStream('/feed', options)],
] as const)('%s that a component holds', (_, create) => {
  function setUp({ enabled = true } = {}) {
    const mock = createMockStream();
    const clock = createManualClock();
    return { mock, clock, store: create({ fetch: mock.fetch, clock, enabled }) };
  }

  it('shows that it connects once it is prepared, and starts when it is attached', async () => {
    const { mock, clock, store } = setUp();
    store.prepare();
    await clock.advanceAsync(0);
    expect(store.getSnapshot()).toMatchObject({ status: 'connecting', isPrevious: false });
    expect(mock.requests).toHaveLength(0);
    const detach = store.attach('passive');
    await clock.advanceAsync(0);
    expect(store.getSnapshot().status).toBe('connecting');
    expect(mock.requests).toHaveLength(1);
    detach();
  });

  it('is idle once it is prepared if it is off', () => {
    const { store } = setUp({ enabled: false });
    store.prepare();
    expect(store.getSnapshot().status).toBe('idle');
  });

  it('is idle again if it is switched off before it starts', async () => {
    const { mock, clock, store } = setUp();
    store.prepare();
    const detach = store.attach('passive');
    store.update({ enabled: false });
    await clock.advanceAsync(0);
    expect(store.getSnapshot().status).toBe('idle');
    expect(mock.requests).toHaveLength(0);
    detach();
  });

  it('still shows how it ended when its options change', async () => {
    const { mock, clock, store } = setUp();
    mock.answer({ status: 404, body: '' });
    const detach = store.attach('passive');
    await clock.advanceAsync(0);
    expect(store.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'http' } });
    const snapshot = store.getSnapshot();
    store.update({ enabled: true });
    await clock.advanceAsync(0);
    expect(store.getSnapshot()).toBe(snapshot);
    detach();
  });
});

describe('a fetch stream that was started by hand', () => {
  async function setUp() {
    const mock = createMockStream();
    const clock = createManualClock();
    const stream = createFetchStream('/chat', { fetch: mock.fetch, clock, enabled: false });
    const detach = stream.attach('passive');
    const end = stream.start();
    (await mock.nextRequest()).text('a');
    await clock.advanceAsync(0);
    return { mock, clock, stream, detach, end };
  }

  it('is stopped when its component is gone', async () => {
    const { stream, detach, end } = await setUp();
    detach();
    expect(await end).toEqual({ status: 'stopped', data: 'a', error: undefined });
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: 'a' });
  });

  it.each([
    ['is sent again when its component is back', '/chat', 'connecting', 2],
    ['stays stopped if it has no URL when its component is back', null, 'stopped', 1],
  ] as const)('%s', async (_, url, status, requests) => {
    const { mock, clock, stream, detach } = await setUp();
    detach();
    stream.update({ url });
    const detachAgain = stream.attach('passive');
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status, error: undefined });
    expect(mock.requests).toHaveLength(requests);
    detachAgain();
  });
});
