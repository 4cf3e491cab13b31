import { createEventSource, list, type Clock } from 'react-streamed/core';
import { afterEach, expect, it, vi } from 'vitest';
import { startReplayServer } from '../support/startReplayServer.ts';
import { startServer, type TestServer } from '../support/startServer.ts';

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** The real clock, with the timers that wait. */
function countTimers(): { clock: Clock; timers: Set<unknown> } {
  const timers = new Set<unknown>();
  const clock: Clock = {
    now: () => performance.now(),
    setTimeout: (callback, delay) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, delay);
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer) => {
      timers.delete(timer);
      clearTimeout(timer as NodeJS.Timeout);
    },
    requestAnimationFrame: (callback) => clock.setTimeout(callback, 16),
    cancelAnimationFrame: (timer) => clock.clearTimeout(timer),
  };
  return { clock, timers };
}

const fast = { initialDelay: 1, maxDelay: 5, resetAfter: 0 };

it('delivers every event once and in order over 200 random faults', { timeout: 60_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const replay = await startReplayServer(seed, 200);
  server = replay;
  const source = createEventSource(`${replay.url}/feed`, {
    accumulate: list(),
    reconnect: fast,
    connectTimeout: 100,
    idleTimeout: 60,
    until: (event) => event.type === 'end',
  });
  source.open();
  await vi.waitFor(() => expect(source.getSnapshot().status, `seed ${seed}`).toBe('closed'), { timeout: 50_000 });
  const { data, lastEventId } = source.getSnapshot();
  expect(data, `seed ${seed}`).toEqual(data.map((_, index) => `${1000 + index} é👩‍🚀`));
  expect(lastEventId).toBe(String(999 + data.length));
  expect([...replay.done.values()].reduce((sum, count) => sum + count)).toBe(201);
  expect(replay.done.size).toBe(13);
});

it('leaves no connection and no timer after 200 sources opened and closed', { timeout: 60_000 }, async () => {
  let opened = 0;
  server = await startServer((_, response) => {
    opened++;
    if (opened % 4 === 0) return response.writeHead(500).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: hi\n\n');
  });

  const { clock, timers } = countTimers();
  for (let i = 0; i < 200; i++) {
    const source = createEventSource(`${server.url}/feed`, {
      clock,
      reconnect: fast,
      idleTimeout: 1000,
      connectTimeout: 1000,
    });
    source.open();
    if (i % 3) await vi.waitFor(() => expect(source.getSnapshot().status).not.toBe('connecting'), { interval: 1 });
    source.close();
    expect(timers.size).toBe(0);
  }
  // Node's fetch keeps a socket that it opened for a request that was aborted before it was sent.
  await vi.waitFor(async () => expect(await server?.countConnections()).toBe(0), { timeout: 10_000, interval: 100 });
});
