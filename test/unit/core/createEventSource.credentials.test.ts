import { createEventSource, list, type Attempt, type EventSourceOptions } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  const sources: { close(): void }[] = [];
  const open = (options: EventSourceOptions, url: string | (() => string) = '/private') => {
    const source = createEventSource(url, {
      share: true,
      fetch: mock.fetch,
      clock,
      accumulate: list(),
      ...options,
    } as EventSourceOptions);
    source.open();
    sources.push(source);
    return source;
  };
  const closeAll = async () => {
    for (const source of sources) source.close();
    await clock.advanceAsync(10);
  };
  return { mock, clock, open, closeAll };
}

afterEach(() => void vi.restoreAllMocks());

const ann = { headers: { authorization: 'Ann' } };
const bob = { headers: { authorization: 'Bob' } };

describe('sharing and credentials', () => {
  it('keeps users apart who sign out and in at one url', async () => {
    const { mock, clock, open, closeAll } = setUp();
    const first = open(ann);
    const request = await mock.nextRequest();
    request.respond(eventStream).event({ data: 'for Ann', id: '1' });
    await clock.advanceAsync(0);
    first.close();
    const second = open(bob);
    request.event('also for Ann');
    await clock.advanceAsync(10);
    expect(mock.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Ann', 'Bob']);
    expect(mock.requests[1]?.headers.get('last-event-id')).toBeNull();
    expect(second.getSnapshot()).toMatchObject({ status: 'connecting', data: [], lastEventId: '' });
    expect(request.aborted).toBe(true);
    await closeAll();
  });

  it.each<[string, EventSourceOptions, EventSourceOptions, number]>([
    ['other headers', ann, bob, 2],
    ['headers in one and none in the other', ann, {}, 2],
    ['other credentials', { credentials: 'include' }, { credentials: 'omit' }, 2],
    [
      'the same headers in another form',
      { headers: { A: '1', b: '2' } },
      { headers: new Headers({ b: '2', a: '1' }) },
      1,
    ],
  ])('with `share: true` and %s', async (_, one, other, requests) => {
    const { mock, clock, open, closeAll } = setUp();
    const fetch = vi.fn(mock.fetch);
    open({ fetch, ...one });
    open({ fetch, ...other });
    await clock.advanceAsync(0);
    expect(fetch).toHaveBeenCalledTimes(requests);
    await closeAll();
  });

  it('shares among sources with one fetch, and not with those that have another or none', async () => {
    const { mock, clock, open, closeAll } = setUp();
    const fetches = [vi.fn(mock.fetch), vi.fn(mock.fetch), vi.fn(mock.fetch)];
    vi.stubGlobal('fetch', fetches[0]);
    for (const fetch of [undefined, ...fetches.slice(1)]) {
      open({ fetch });
      open({ fetch });
    }
    await clock.advanceAsync(0);
    vi.unstubAllGlobals();
    expect(fetches.map((fetch) => fetch.mock.calls.length)).toEqual([1, 1, 1]);
    await closeAll();
  });

  it('shares among sources with one key, whatever their fetch is', async () => {
    const { mock, clock, open, closeAll } = setUp();
    open({ key: 'Ann', fetch: (...request) => mock.fetch(...request) });
    open({ key: 'Ann', fetch: (...request) => mock.fetch(...request) });
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(1);
    await closeAll();
  });

  it('takes no key of null for one', async () => {
    const { clock, open, closeAll } = setUp();
    const source = open({ headers: () => ann.headers, key: null as never });
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'request' } });
    await closeAll();
  });

  it.each<[string, EventSourceOptions, EventSourceOptions]>([
    ['a headers function and no headers', { headers: () => ann.headers }, {}],
    [
      'headers functions and other credentials',
      { headers: () => ann.headers, credentials: 'include' },
      { headers: () => ann.headers, credentials: 'omit' },
    ],
  ])('gives members of a name their own requests with %s, and warns', async (_, one, other) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { mock, clock, open, closeAll } = setUp();
    open({ ...one, share: 'feed' });
    open({ ...one, share: 'feed' });
    open({ ...other, share: 'feed' });
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(2);
    expect(warn).toHaveBeenCalledOnce();
    await closeAll();
  });

  it('shares a name among members with headers functions, whatever the functions are', async () => {
    const { mock, clock, open, closeAll } = setUp();
    const headersOfAttempt = ({ number }: Attempt) => ({ attempt: String(number) });
    open({ headers: () => ann.headers, share: 'feed' });
    open({ headers: headersOfAttempt, share: 'feed' });
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(1);
    await closeAll();
  });

  it('needs a key with `share: true` and a headers function', async () => {
    const { mock, clock, open, closeAll } = setUp();
    const source = open({ headers: () => ann.headers });
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'request' } });
    expect(source.getSnapshot().error?.message).toContain('`key`');
    expect(mock.requests).toHaveLength(0);
    await closeAll();
  });

  it('shares among functions with the same key, and not among those with another', async () => {
    const { mock, clock, open, closeAll } = setUp();
    open({ headers: () => ann.headers, key: 'Ann' });
    open({ headers: () => ann.headers, key: 'Ann' });
    open({ headers: () => bob.headers, key: 'Bob' });
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Ann', 'Bob']);
    await closeAll();
  });

  it('gives a member of a name with other headers its own request, and warns', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { mock, clock, open, closeAll } = setUp();
    open({ ...ann, share: 'feed' });
    open({ ...ann, share: 'feed' });
    expect(warn).not.toHaveBeenCalled();
    const other = open({ ...bob, share: 'feed' });
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Ann', 'Bob']);
    expect(warn.mock.calls).toEqual([[expect.stringContaining("share: 'feed'")]]);
    mock.requests[0]?.respond(eventStream).event('for Ann');
    await clock.advanceFrameAsync();
    expect(other.getSnapshot().data).toEqual([]);
    await closeAll();
  });

  it('does not warn in production', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubEnv('NODE_ENV', 'production');
    const { open, closeAll } = setUp();
    open({ ...ann, share: 'feed' });
    open({ ...bob, share: 'feed' });
    vi.unstubAllEnvs();
    expect(warn).not.toHaveBeenCalled();
    await closeAll();
  });

  it('passes no last event ID on from a request that all members have left', async () => {
    const { mock, clock, open, closeAll } = setUp();
    const first = open({});
    (await mock.nextRequest()).respond(eventStream).event({ data: 'a', id: '7' });
    await clock.advanceAsync(0);
    first.close();
    const second = open({ reconnect: { jitter: false } });
    expect(second.getSnapshot().lastEventId).toBe('');
    mock.requests[0]?.drop();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBeNull();
    await closeAll();
  });

  it('passes the last event ID on to a member that joins others', async () => {
    const { mock, clock, open, closeAll } = setUp();
    open({});
    (await mock.nextRequest()).respond(eventStream).event({ data: 'a', id: '7' });
    await clock.advanceAsync(0);
    expect(open({}).getSnapshot().lastEventId).toBe('7');
    await closeAll();
  });
});
