import { getEventListeners } from 'node:events';
import type { EventSourceOptions, RetryPolicy } from 'react-streamed/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

const exact: RetryPolicy = { jitter: false };

/** Stands for the page, which Node does not have. */
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function look(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Opens a source whose requests all fail with a status. */
function openFailing(options: EventSourceOptions, headers: Record<string, string> = {}) {
  const opened = openEventSource(options);
  const answerAll = async () => {
    for (const request of opened.mock.requests) {
      if (request.state === 'waiting') request.respond({ status: 503, body: '', headers });
    }
    await opened.settle();
  };
  return { ...opened, answerAll };
}

describe('a wait for a retry', () => {
  it('does not count a retry that a look at the page has caused', async () => {
    const { source, mock, clock, answerAll } = openFailing({ reconnect: { ...exact, maxAttempts: 5 } });
    await clock.advanceAsync(0);
    await answerAll();
    for (let i = 0; i < 6; i++) {
      await clock.advanceAsync(1000 * i);
      look();
      await clock.advanceAsync(0);
      await answerAll();
    }
    expect(source.getSnapshot().status).toBe('reconnecting');
    expect(mock.requests.length).toBeGreaterThan(6);
  });

  it('keeps retries that the page causes a second apart', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: { ...exact, initialDelay: 60_000, maxDelay: 60_000 } });
    await clock.advanceAsync(0);
    await answerAll();
    look();
    await clock.advanceAsync(0);
    await answerAll();
    expect(mock.requests).toHaveLength(2);
    for (let i = 0; i < 10; i++) {
      look();
      await clock.advanceAsync(99);
    }
    expect(mock.requests).toHaveLength(2);
    await clock.advanceAsync(10);
    expect(mock.requests).toHaveLength(3);
  });

  it('is cut short at once after a retry that nothing has caused but its delay', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: exact });
    await clock.advanceAsync(0);
    await answerAll();
    await clock.advanceAsync(1000);
    await answerAll();
    expect(mock.requests).toHaveLength(2);
    look();
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(3);
  });

  it('is never shorter than Retry-After, however often the page is looked at', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: exact }, { 'retry-after': '25' });
    await clock.advanceAsync(0);
    await answerAll();
    for (let i = 0; i < 10; i++) {
      look();
      await clock.advanceAsync(2000);
    }
    expect(mock.requests).toHaveLength(1);
    await clock.advanceAsync(5000);
    expect(mock.requests).toHaveLength(2);
  });

  it('is not cut short when the page is hidden', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: exact });
    await clock.advanceAsync(0);
    await answerAll();
    vi.stubGlobal('document', Object.assign(document, { visibilityState: 'hidden' }));
    look();
    await clock.advanceAsync(999);
    expect(mock.requests).toHaveLength(1);
    await clock.advanceAsync(1);
    expect(mock.requests).toHaveLength(2);
  });

  it('ends when the page is online again, if its time was up before', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: exact });
    await clock.advanceAsync(0);
    await answerAll();
    vi.stubGlobal('navigator', { onLine: false });
    await clock.advanceAsync(60_000);
    look();
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(1);
    vi.stubGlobal('navigator', { onLine: true });
    page.dispatchEvent(new Event('online'));
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(2);
  });

  it('is a second long at least after the page came back online', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: exact });
    await clock.advanceAsync(0);
    await answerAll();
    vi.stubGlobal('navigator', { onLine: false });
    await clock.advanceAsync(60_000);
    vi.stubGlobal('navigator', { onLine: true });
    page.dispatchEvent(new Event('online'));
    await clock.advanceAsync(0);
    await answerAll();
    look();
    await clock.advanceAsync(999);
    expect(mock.requests).toHaveLength(2);
    await clock.advanceAsync(1);
    expect(mock.requests).toHaveLength(3);
  });

  it('leaves no timer and no listener when the source is closed', async () => {
    const { source, clock, mock, answerAll } = openFailing({ reconnect: exact });
    await clock.advanceAsync(0);
    await answerAll();
    const listeners = () =>
      [
        getEventListeners(document, 'visibilitychange'),
        ...['online', 'pageshow'].map((type) => getEventListeners(page, type)),
      ].map(({ length }) => length);
    expect(listeners()).toEqual([1, 1, 1]);
    source.close();
    expect(listeners()).toEqual([0, 0, 0]);
    look();
    page.dispatchEvent(new Event('online'));
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('is cut short when the device is online again, even if the page is hidden', async () => {
    const { mock, clock, answerAll } = openFailing({ reconnect: exact });
    await clock.advanceAsync(0);
    await answerAll();
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }));
    page.dispatchEvent(new Event('online'));
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(2);
  });

  it.each([{}, undefined])(
    'reports nothing on a platform without events, such as React Native (document %j)',
    async (document) => {
      vi.stubGlobal('addEventListener', undefined);
      vi.stubGlobal('removeEventListener', undefined);
      vi.stubGlobal('document', document);
      const report = vi.spyOn(console, 'error').mockReturnValue();
      const { clock, mock, answerAll } = openFailing({ reconnect: exact });
      await clock.advanceAsync(0);
      await answerAll();
      await clock.advanceAsync(1000);
      expect(mock.requests).toHaveLength(2);
      expect(report).not.toHaveBeenCalled();
    },
  );
});

describe('Retry-After', () => {
  it('brings a thousand clients back at a thousand moments, within a quarter more', async () => {
    const delays = new Set<number>();
    for (let i = 0; i < 1000; i++) {
      const { source, clock, answerAll } = openFailing({}, { 'retry-after': '20' });
      await clock.advanceAsync(0);
      await answerAll();
      delays.add(source.getSnapshot().reconnection?.delay ?? 0);
      source.close();
    }
    expect(delays.size).toBeGreaterThan(990);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...delays)).toBeLessThanOrEqual(25_000);
  });

  it('is honoured past maxDelay, up to an hour', async () => {
    const { source, clock, answerAll } = openFailing({ reconnect: exact }, { 'retry-after': '600' });
    await clock.advanceAsync(0);
    await answerAll();
    expect(source.getSnapshot().reconnection?.delay).toBe(600_000);
  });
});

describe('a clean end', () => {
  it('is followed by the reconnection time of the server, every time', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: exact });
    const delays: (number | undefined)[] = [];
    for (let i = 0; i < 5; i++) {
      (await mock.nextRequest()).respond(eventStream).text('retry: 200\ndata: poll\n\n').end();
      await clock.advanceAsync(0);
      const { reconnection } = source.getSnapshot();
      delays.push(reconnection?.delay);
      await clock.advanceAsync(reconnection?.delay ?? 0);
    }
    expect(delays).toEqual([200, 200, 200, 200, 200]);
  });

  it('is followed by a delay that is spread a little upwards', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { source, mock, clock } = openEventSource();
    (await mock.nextRequest()).respond(eventStream).event('poll').end();
    await clock.advanceAsync(0);
    expect(source.getSnapshot().reconnection).toMatchObject({ attempt: 1, delay: 1050 });
  });

  it('that delivered nothing backs off like a failure', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: exact });
    const delays: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      (await mock.nextRequest()).respond(eventStream).end();
      await clock.advanceAsync(0);
      const { reconnection } = source.getSnapshot();
      delays.push(reconnection?.delay);
      await clock.advanceAsync(reconnection?.delay ?? 0);
    }
    expect(delays).toEqual([1000, 2000, 4000]);
  });
});
