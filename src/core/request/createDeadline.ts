import type { Clock } from '../platform/clock.ts';

/** The time by which something has to arrive. */
export interface Deadline {
  /** Sets the deadline, in milliseconds from now, in place of the one before. Without a limit there is none. */
  set(limit: number | undefined, onExpire: () => void): void;
  clear(): void;
}

/** Creates a deadline that is not set. */
export function createDeadline(clock: Clock): Deadline {
  let timer: unknown;
  const clear = () => clock.clearTimeout(timer);
  return {
    set: (limit, onExpire) => {
      clear();
      if (limit !== undefined) timer = clock.setTimeout(onExpire, limit);
    },
    clear,
  };
}
