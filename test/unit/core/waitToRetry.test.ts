import { getEventListeners } from 'node:events';
import { createManualClock } from 'react-streamed/testing';
import { expect, it } from 'vitest';
import { waitToRetry, type Wait, type WaitResult } from '../../../src/core/request/waitToRetry.ts';

/** Starts a wait of a second, at the time 0 of its clock. */
function startWait(options: Partial<Wait> = {}) {
  const clock = createManualClock();
  const start = clock.now();
  const controller = new AbortController();
  const page = { isOnline: true, comeBack: () => {} };
  const lifecycle = {
    isOnline: () => page.isOnline,
    subscribe: (onReturn: () => void) => {
      page.comeBack = onReturn;
      return () => {};
    },
  } as Wait['lifecycle'];
  const { delay = 1000, floor = 0, earliestWake = 0 } = options;
  const wait = { delay, floor, earliestWake: start + earliestWake, lifecycle };
  let result: WaitResult | undefined;
  void waitToRetry(clock, wait, controller.signal).then((given) => (result = given));
  return { clock, controller, page, result: () => result };
}

it('has elapsed when its time is up', async () => {
  const { clock, result } = startWait();
  await clock.advanceAsync(999);
  expect(result()).toBeUndefined();
  await clock.advanceAsync(1);
  expect(result()).toBe('elapsed');
});

it('is woken by a return', async () => {
  const { clock, page, result } = startWait();
  page.comeBack();
  await clock.advanceAsync(0);
  expect(result()).toBe('woken');
  expect(clock.pending).toBe(0);
});

it.each<[string, Partial<Wait>]>([
  ['the floor', { floor: 600 }],
  ['the earliest wake', { earliestWake: 600 }],
])('is woken no earlier than %s', async (_, options) => {
  const { clock, page, result } = startWait(options);
  page.comeBack();
  await clock.advanceAsync(599);
  expect(result()).toBeUndefined();
  await clock.advanceAsync(1);
  expect(result()).toBe('woken');
});

it.each([1000, 5000])('has elapsed, neither woken nor longer, if no return may end it before %i ms', async (time) => {
  const { clock, page, result } = startWait({ earliestWake: time });
  page.comeBack();
  await clock.advanceAsync(1000);
  expect(result()).toBe('elapsed');
});

it('ends online if its time was up while the device was offline', async () => {
  const { clock, page, result } = startWait();
  page.isOnline = false;
  await clock.advanceAsync(60_000);
  expect(result()).toBeUndefined();
  page.isOnline = true;
  page.comeBack();
  await clock.advanceAsync(0);
  expect(result()).toBe('online');
});

it('leaves no listener on its signal', async () => {
  const { clock, controller } = startWait();
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  await clock.advanceAsync(1000);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});
