import { replaceProperty } from './replaceProperty.ts';

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

/** Far from the ids of real timers, so that clearing one of those while installed never hits one of the clock's. */
export const firstId = 1_000_000_000;

const firstIntervalId = 2_000_000_000;

/**
 * Puts the functions of `clock` in the place of the platform's.
 *
 * @returns the functions that put each one back.
 */
export function replaceTimers(clock: TimerSource): (() => void)[] {
  const { clearTimeout: clearRealTimeout } = globalThis;
  const cancelRealFrame = globalThis.cancelAnimationFrame as ((id: number) => void) | undefined;
  const intervals = new Map<number, number>();
  let nextIntervalId = firstIntervalId;

  const setInterval = (callback: TimerCallback, delay = 0, ...args: unknown[]): number => {
    const id = nextIntervalId;
    nextIntervalId += 1;
    // An interval of 0 is allowed, and would keep the time from ever moving on.
    const repeat = () => intervals.set(id, clock.setTimeout(run, Math.max(1, delay || 0)));
    const run = () => {
      repeat();
      callback(...args);
    };
    repeat();
    return id;
  };

  // A page may clear a timeout with `clearInterval` and the other way round.
  const clear = (id: unknown): void => {
    if (!isOurs(id)) return clearRealTimeout(id as number);
    clock.clearTimeout(intervals.get(id) ?? id);
    intervals.delete(id);
  };

  const replacements = {
    setTimeout: (callback: TimerCallback, delay = 0, ...args: unknown[]) =>
      clock.setTimeout(() => callback(...args), delay),
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
