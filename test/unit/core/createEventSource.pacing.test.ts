import { createEventSource, list, type EventSourceOptions } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

/** An open source whose listener occupies the main thread for `cost` milliseconds at each publication. */
async function openOnDearPage(cost: number, options: EventSourceOptions = {}) {
  const manual = createManualClock();
  const mock = createMockStream();
  let occupied = 0;
  const clock = { ...manual, now: () => manual.now() + occupied };
  const source = createEventSource('/feed', { fetch: mock.fetch, clock, accumulate: list(), ...options });
  const seen: { count: number; status: string; at: number }[] = [];
  source.subscribe(() => {
    const { count, status } = source.getSnapshot();
    seen.push({ count, status, at: manual.now() });
    if (count > 0) occupied += cost;
  });
  source.open();
  const request = await mock.nextRequest();
  request.respond(eventStream);
  await manual.advanceAsync(0);
  seen.length = 0;
  /** Sends an event every 5 ms. */
  const send = async (duration: number) => {
    for (let time = 0; time < duration; time += 5) {
      request.event('a');
      await manual.advanceAsync(5);
    }
  };
  return { source, mock, request, manual, seen, send, pending: () => manual.pending };
}

describe("throttle: 'auto'", () => {
  it('is the default and shows events at every frame of a page that is fast', async () => {
    const { seen, send } = await openOnDearPage(0);
    await send(1000);
    expect(seen.length).toBeGreaterThanOrEqual(60);
  });

  it('shows events less often if the page is slow', async () => {
    const { seen, send } = await openOnDearPage(20);
    await send(1000);
    expect(seen.length).toBeGreaterThanOrEqual(10);
    expect(seen.length).toBeLessThan(20);
  });

  it("shows events at every frame of a slow page with 'frame'", async () => {
    const { seen, send } = await openOnDearPage(20, { throttle: 'frame' });
    await send(1000);
    expect(seen.length).toBeGreaterThanOrEqual(60);
    expect(seen.length).toBeLessThanOrEqual(62);
  });

  it('counts what the first publication costs', async () => {
    const { seen, send } = await openOnDearPage(50);
    await send(75);
    expect(seen).toMatchObject([{ count: 1, at: 0 }]);
  });

  it('shows the first event at once', async () => {
    const { seen, request, manual } = await openOnDearPage(50);
    request.event('a');
    await manual.advanceAsync(0);
    expect(seen).toMatchObject([{ count: 1, at: 0 }]);
  });

  it('shows a failure, a new connection and its first event at once while the page rests', async () => {
    const { seen, send, request, mock, manual } = await openOnDearPage(50, { reconnect: { jitter: false } });
    await send(100);
    const before = seen.length;
    request.event('last').drop();
    await manual.advanceAsync(0);
    expect(seen.slice(before)).toMatchObject([{ count: 21, status: 'reconnecting', at: 100 }]);
    await manual.advanceAsync(1000);
    (await mock.nextRequest()).respond(eventStream).event('b');
    const at = manual.now();
    await manual.advanceAsync(0);
    expect(seen.slice(-2)).toMatchObject([
      { count: 21, status: 'open', at },
      { count: 22, status: 'open', at },
    ]);
  });

  it('shows the end and the last event at once while the page rests', async () => {
    const { seen, send, request, manual } = await openOnDearPage(50, { reconnect: false });
    await send(100);
    const before = seen.length;
    request.event('last').end();
    await manual.advanceAsync(0);
    expect(seen.slice(before)).toMatchObject([{ count: 21, status: 'closed', at: 100 }]);
  });

  it.each([0, 1, 2, 3, 17, 18, 40, 60, 90])('waits for nothing once it is closed after %s ms', async (duration) => {
    const { source, send, pending } = await openOnDearPage(20);
    await send(duration);
    source.close();
    expect(pending()).toBe(0);
  });

  it.each([1, 2, 3])('waits for nothing once a listener closes it at publication %s', async (last) => {
    const { source, seen, send, pending } = await openOnDearPage(5);
    source.subscribe(() => {
      if (seen.length === last) source.close();
    });
    await send(200);
    expect(source.getSnapshot().status).toBe('closed');
    expect(pending()).toBe(0);
  });

  it.each(['auto', 'frame', 50] as const)('waits for nothing once everything is shown (%s)', async (throttle) => {
    const { seen, send, manual, pending } = await openOnDearPage(20, { throttle });
    await send(100);
    await manual.advanceAsync(300);
    expect(seen.at(-1)).toMatchObject({ count: 20 });
    expect(pending()).toBe(0);
  });

  it('shows an event at once after a pause', async () => {
    const { seen, send, request, manual } = await openOnDearPage(20);
    await send(200);
    await manual.advanceAsync(500);
    request.event('b');
    await manual.advanceAsync(0);
    expect(seen.at(-1)).toMatchObject({ count: 41, at: 700 });
  });

  it('shows events within 250 ms if no frame comes', async () => {
    const manual = createManualClock();
    const clock = { ...manual, requestAnimationFrame: () => 0, cancelAnimationFrame: () => {} };
    const mock = createMockStream();
    const source = createEventSource('/feed', { fetch: mock.fetch, clock });
    source.open();
    const request = await mock.nextRequest();
    request.respond(eventStream).event('a');
    await manual.advanceAsync(0);
    request.event('b');
    await manual.advanceAsync(249);
    expect(source.getSnapshot().count).toBe(1);
    await manual.advanceAsync(1);
    expect(source.getSnapshot().count).toBe(2);
    source.close();
    expect(manual.pending).toBe(0);
  });
});

/** A page on which several sources share the main thread. */
function createSharedPage() {
  const manual = createManualClock();
  const mock = createMockStream();
  let occupied = 0;
  const clock = { ...manual, now: () => manual.now() + occupied };
  /** Opens a source whose publications cost `cost` milliseconds each. */
  const open = async (url: string, cost: number, throttle?: EventSourceOptions['throttle']) => {
    const source = createEventSource(url, { fetch: mock.fetch, clock, accumulate: list(), throttle });
    const times: number[] = [];
    source.open();
    const request = await mock.nextRequest();
    request.respond(eventStream);
    await manual.advanceAsync(0);
    source.subscribe(() => {
      times.push(manual.now());
      occupied += cost;
    });
    /** Sends an event every 5 ms until the source has shown `count` more times. */
    const sendUntilShown = async (count: number) => {
      const target = times.length + count;
      while (times.length < target) {
        request.event('x');
        await manual.advanceAsync(5);
      }
    };
    return { source, request, times, sendUntilShown };
  };
  return { manual, open };
}

describe('several sources on one page', () => {
  it('share the budget, and each shows its first event at once', async () => {
    const { manual, open } = createSharedPage();
    const first = await open('/a', 10);
    for (let i = 0; i < 20; i++) {
      first.request.event('x');
      await manual.advanceAsync(5);
    }
    const second = await open('/b', 10);
    for (let i = 0; i < 200; i++) {
      first.request.event('x');
      second.request.event('y');
      await manual.advanceAsync(5);
    }
    expect(second.times[0]).toBe(100);
    const publications = new Set([...first.times, ...second.times]).size;
    // Both take 20 ms together, which a page can afford about twelve times a second.
    expect(publications).toBeLessThan(25);
    expect(second.times.length).toBeGreaterThanOrEqual(10);
    first.source.close();
    second.source.close();
    expect(manual.pending).toBe(0);
  });

  it.each([
    ['waits with its second event while the page rests', 'auto', 1],
    ['shows its second event at once, though the page rests, with the throttle frame', 'frame', 2],
  ] as const)('%s', async (_, throttle, shown) => {
    const { manual, open } = createSharedPage();
    const busy = await open('/busy', 20);
    const other = await open('/other', 0, throttle);
    other.request.event('first');
    await busy.sendUntilShown(5);
    expect(other.times).toHaveLength(1);
    other.request.event('second');
    await manual.advanceAsync(0);
    expect(other.times).toHaveLength(shown);
    await manual.advanceAsync(300);
    expect(other.times).toHaveLength(2);
    busy.source.close();
    other.source.close();
    expect(manual.pending).toBe(0);
  });

  it('use nothing of the budget with the throttle frame', async () => {
    const { manual, open } = createSharedPage();
    const fast = await open('/fast', 0);
    const slow = await open('/slow', 50, 'frame');
    await fast.sendUntilShown(3);
    slow.request.event('a');
    await manual.advanceAsync(0);
    expect(slow.times).toHaveLength(1);
    const before = manual.now();
    await fast.sendUntilShown(1);
    expect(manual.now() - before).toBeLessThanOrEqual(20);
    fast.source.close();
    slow.source.close();
  });
});
