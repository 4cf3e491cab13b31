import type { EventSourceOptions, RetryPolicy } from 'react-streamed/core';
import type { ManualClock, MockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

const exact: RetryPolicy = { jitter: false };

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Fails each request at once and gives the delays that follow. */
async function measureDelays(options: EventSourceOptions, failures: number, status = 503, headers?: HeadersInit) {
  const { source, mock, clock } = openEventSource(options);
  const delays: number[] = [];
  for (let i = 0; i < failures; i++) {
    (await mock.nextRequest()).respond({ status, body: '', ...(headers ? { headers } : {}) });
    await clock.advanceAsync(0);
    const { reconnection } = source.getSnapshot();
    if (!reconnection) break;
    delays.push(Math.round(reconnection.delay));
    await clock.advanceAsync(reconnection.delay);
  }
  source.close();
  return delays;
}

async function openAndEnd(mock: MockStream, clock: ManualClock, text = ''): Promise<void> {
  (await mock.nextRequest())
    .respond(eventStream)
    .text(text || ':\n')
    .end();
  await clock.advanceAsync(0);
}

describe('reconnection', () => {
  it('doubles its delay up to the longest', async () => {
    expect(await measureDelays({ reconnect: exact }, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('takes a random part of the delay', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.25);
    expect(await measureDelays({}, 3)).toEqual([250, 500, 1000]);
  });

  it('gives up after maxAttempts', async () => {
    const onError = vi.fn();
    const { source, mock, clock } = openEventSource({ reconnect: { ...exact, maxAttempts: 2 }, onError });
    for (let i = 0; i < 3; i++) {
      (await mock.nextRequest()).fail();
      await clock.advanceAsync(2000);
    }
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'network', attempt: 3 } });
    expect(onError.mock.calls.map(([error, next]) => [error.code, next])).toEqual([
      ['network', { willReconnect: true, delay: 1000 }],
      ['network', { willReconnect: true, delay: 2000 }],
      ['network', { willReconnect: false, delay: undefined }],
    ]);
    expect(clock.pending).toBe(0);
  });

  it('shows the failure while it waits and until it is open again', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: exact });
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'reconnecting', error: { code: 'network' } });
    await clock.advanceAsync(1000);
    (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'open', error: undefined, reconnection: undefined });
  });

  it('counts from the start again once a connection has been good for resetAfter', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: { ...exact, resetAfter: 5000 } });
    await openAndEnd(mock, clock);
    await clock.advanceAsync(1000);
    await openAndEnd(mock, clock);
    expect(source.getSnapshot().reconnection).toMatchObject({ attempt: 2, delay: 2000 });
    await clock.advanceAsync(2000);
    const third = await mock.nextRequest();
    third.respond(eventStream);
    await clock.advanceAsync(5000);
    third.end();
    await clock.advanceAsync(0);
    expect(source.getSnapshot().reconnection).toMatchObject({ attempt: 1, delay: 1000 });
  });

  it.each([
    ['retry: 3000', 3000],
    ['retry: 0', 100],
    ['retry: 99999999999', 30_000],
  ])('takes its delay from %s, within bounds', async (line, delay) => {
    const { source, mock, clock } = openEventSource({ reconnect: exact });
    await openAndEnd(mock, clock, `${line}\n\n`);
    expect(source.getSnapshot().reconnection).toMatchObject({ delay });
  });

  it('keeps the time of retry: over reconnect()', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: exact });
    (await mock.nextRequest()).respond(eventStream).text('retry: 7000\n\n');
    await clock.advanceAsync(0);
    source.reconnect();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    expect(source.getSnapshot().reconnection).toMatchObject({ delay: 7000 });
  });

  it.each([
    ['7', 7000],
    ['0', 1000],
    ['999999', 3_600_000],
    [new Date(Date.UTC(2040, 0, 1)).toUTCString(), 3_600_000],
    ['soon', 1000],
  ])('waits at least as long as Retry-After: %s says, within bounds', async (value, delay) => {
    expect(await measureDelays({ reconnect: exact }, 1, 429, { 'retry-after': value })).toEqual([delay]);
  });

  it.each([408, 425, 429, 500, 502, 503, 504])('retries status %i', async (status) => {
    expect(await measureDelays({ reconnect: exact }, 1, status)).toHaveLength(1);
  });

  it.each([201, 400, 401, 403, 404, 410])('fails at once on status %i', async (status) => {
    expect(await measureDelays({ reconnect: exact }, 1, status)).toHaveLength(0);
  });

  it('lets `when` decide on failures', async () => {
    const when = vi.fn(
      (error: { status?: number | undefined }, attempt: number) => error.status === 401 && attempt < 3,
    );
    expect(await measureDelays({ reconnect: { ...exact, when } }, 5, 401)).toEqual([1000, 2000]);
    expect(when).toHaveBeenCalledTimes(3);
  });

  it('decides by default if `when` returns undefined or throws', async () => {
    vi.stubGlobal('reportError', vi.fn());
    for (const when of [
      () => undefined,
      () => {
        throw new Error('when');
      },
    ]) {
      expect(await measureDelays({ reconnect: { ...exact, when } }, 1, 503)).toHaveLength(1);
      expect(await measureDelays({ reconnect: { ...exact, when } }, 1, 404)).toHaveLength(0);
    }
  });

  it('does not send a POST again', async () => {
    const { source, mock, clock } = openEventSource({ body: { a: 1 } });
    await openAndEnd(mock, clock);
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', error: undefined });
    const broken = openEventSource({ method: 'POST' });
    (await broken.mock.nextRequest()).respond(eventStream).event('a').drop();
    await broken.clock.advanceAsync(60_000);
    expect(broken.source.getSnapshot()).toMatchObject({ status: 'error', data: 'a', error: { code: 'network' } });
    expect(broken.mock.requests).toHaveLength(1);
  });

  it('sends a POST again if the user gives a policy', async () => {
    const { source, mock, clock } = openEventSource({ method: 'POST', reconnect: exact });
    await openAndEnd(mock, clock);
    expect(source.getSnapshot().status).toBe('reconnecting');
  });

  it('does not reconnect with `reconnect: false`', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: false });
    await openAndEnd(mock, clock);
    expect(source.getSnapshot().status).toBe('closed');
  });

  it('calls url and headers again for each attempt, with its number, last event ID and failure', async () => {
    const attempts: unknown[] = [];
    const { mock, clock } = openEventSource({
      reconnect: exact,
      headers: async ({ number, lastEventId, error }) => {
        attempts.push([number, lastEventId, error?.code]);
        return { authorization: `token ${number}` };
      },
    });
    const first = await mock.nextRequest();
    first.event({ data: 'a', id: 'x' }).drop();
    await clock.advanceAsync(1000);
    const second = await mock.nextRequest();
    second.respond({ status: 503, body: '' });
    await clock.advanceAsync(2000);
    const third = await mock.nextRequest();
    expect(attempts).toEqual([
      [1, '', undefined],
      [2, 'x', 'network'],
      [3, 'x', 'http'],
    ]);
    expect(mock.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['token 1', 'token 2', 'token 3']);
    expect(third.headers.get('last-event-id')).toBe('x');
  });

  it('waits while the page is offline', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    vi.stubGlobal('navigator', { onLine: false });
    const { mock, clock } = openEventSource({ reconnect: exact });
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    vi.stubGlobal('navigator', { onLine: true });
    page.dispatchEvent(new Event('online'));
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(2);
  });

  it.each(['online', 'pageshow'])('cuts the wait short on %s, and leaves a healthy stream alone', async (type) => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    const { source, mock, clock } = openEventSource({ reconnect: exact });
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    page.dispatchEvent(new Event(type));
    const second = await mock.nextRequest();
    page.dispatchEvent(new Event(type));
    second.respond(eventStream);
    await clock.advanceAsync(0);
    page.dispatchEvent(new Event(type));
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(2);
    expect(source.getSnapshot().status).toBe('open');
  });
});
