import { replaceProperty } from './replaceProperty.ts';
import { settle } from './settle.ts';

/** The part of a manual clock that the global functions are made from. */
interface TimerSource {
  now(): number;
  date(): number;
  setTimeout(callback: () => void, delay: number): number;
  clearTimeout(id: unknown): void;
  requestAnimationFrame(callback: (time: number) => void): number;
  cancelAnimationFrame(id: unknown): void;
}

type TimerCallback = (...args: unknown[]) => void;

/** Far above the ids of real timers, so that clearing a real timer while the clock is installed never hits a fake one. */
export const firstId = 1_000_000_000;

const firstIntervalId = 2_000_000_000;

/** The shortest interval, in milliseconds. */
const shortestInterval = 1;

/**
 * Replaces the platform's timers, frames and times by those of `clock`.
 *
 * @param runDue - runs the oldest timer that is due at the current time, if there is one.
 * @returns the functions that restore each of them.
 */
export function replaceTimers(clock: TimerSource, runDue: () => void): (() => void)[] {
  const { clearTimeout: clearRealTimeout } = globalThis;
  const cancelRealFrame = globalThis.cancelAnimationFrame as ((id: number) => void) | undefined;
  const intervals = new Map<number, number>();
  let nextIntervalId = firstIntervalId;

  const setInterval = (callback: TimerCallback, delay = 0, ...args: unknown[]): number => {
    const id = nextIntervalId;
    nextIntervalId += 1;
    // An interval of 0 is valid, but the clock would never get past it.
    const length = delay > shortestInterval ? delay : shortestInterval;
    const repeat = () => intervals.set(id, clock.setTimeout(run, length));
    const run = () => {
      repeat();
      callback(...args);
    };
    repeat();
    return id;
  };

  const setTimeout = (callback: TimerCallback, delay = 0, ...args: unknown[]): number => {
    const id = clock.setTimeout(() => callback(...args), delay);
    if (!(delay > 0)) void runSoon();
    return id;
  };

  /**
   * Runs a timer without a delay in the next turn, because it is due without moving the time. Testing Library waits for
   * one after each action of a user, and no test could move the clock meanwhile.
   */
  const runSoon = async (): Promise<void> => {
    await settle();
    runDue();
  };

  // The platform lets a page clear a timeout with `clearInterval` and an interval with `clearTimeout`.
  const clear = (id: unknown): void => {
    if (!isOurs(id)) return clearRealTimeout(id as number);
    clock.clearTimeout(intervals.get(id) ?? id);
    intervals.delete(id);
  };

  const replacements = {
    setTimeout,
    clearTimeout: clear,
    setInterval,
    clearInterval: clear,
    requestAnimationFrame: (callback: (time: number) => void) => clock.requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => (isOurs(id) ? clock.cancelAnimationFrame(id) : cancelRealFrame?.(id)),
  };
  return [
    ...Object.entries(replacements).map(([name, value]) => replaceProperty(globalThis, name, value)),
    replaceProperty(performance, 'now', clock.now),
    replaceProperty(Date, 'now', clock.date),
  ];
}

function isOurs(id: unknown): id is number {
  return typeof id === 'number' && id >= firstId;
}
