import type { Clock } from '../platform/clock.ts';

/** The time of a typewriter's text in milliseconds, which stands still while the typewriter does not run. */
export interface TextTime {
  /** Moves the time on to now, and returns it. */
  advance(): number;
  /** Returns the time of the latest `advance`. */
  now(): number;
  setRunning(isRunning: boolean): void;
  isRunning(): boolean;
}

/** Creates a time that stands still at 0. */
export function createTextTime(clock: Clock): TextTime {
  let time = 0;
  let start = 0;
  let isRunning = false;
  return {
    advance: () => {
      const now = clock.now();
      if (isRunning) time = now - start;
      else start = now - time;
      return time;
    },
    now: () => time,
    setRunning: (next) => {
      isRunning = next;
    },
    isRunning: () => isRunning,
  };
}
