import type { Clock } from './clock.ts';

/** One timer for what is waited for next. */
export interface Deadline {
  /** Waits for something else from now on, at most `limit` milliseconds; without a limit, for ever. */
  start(limit: number | undefined, onExpire: () => void): void;
  /** Something came: the time starts again. */
  touch(): void;
  clear(): void;
}

/** The longest delay that timers know. A longer one would fire at once. */
export const longestDelay = 2_147_483_647;

/** Makes a deadline that sets no timer when it is touched, since a stream touches it with each chunk. */
export function createDeadline(clock: Clock): Deadline {
  let timer: unknown;
  let touchedAt: number | undefined;
  const clear = () => clock.clearTimeout(timer);
  return {
    start: (limit, onExpire) => {
      clear();
      if (limit === undefined) return;
      const wait = (delay: number) => {
        touchedAt = undefined;
        timer = clock.setTimeout(
          () => (touchedAt === undefined ? onExpire() : wait(touchedAt + limit - clock.now())),
          Math.min(delay, longestDelay),
        );
      };
      wait(limit);
    },
    touch: () => {
      touchedAt = clock.now();
    },
    clear,
  };
}
