import { callSafely } from '../platform/callSafely.ts';
import type { Clock } from '../platform/clock.ts';
import { pageLifecycle, type Lifecycle } from '../platform/lifecycle.ts';

/** The shortest time between two retries that a return of the user or the network causes, in milliseconds. */
export const shortestTimeBetweenWakes = 1000;

/** How long a wait lasts. Times are in milliseconds. */
export interface Wait {
  readonly delay: number;
  /** The part of the delay that nothing cuts short. */
  readonly floor: number;
  /** The earliest time, on the clock, at which a return may end the wait. */
  readonly earliestWake: number;
  /**
   * What tells of returns.
   *
   * @default the page
   */
  readonly lifecycle: Lifecycle | undefined;
}

/** How a wait ended: its time was up, a return cut it short, or the device came back online after its time. */
export type WaitResult = 'elapsed' | 'woken' | 'online';

/**
 * Waits before a retry. The wait is cut short when the user or the network returns, and never ends while the device is
 * offline.
 *
 * @param signal - ends the wait at once when it is aborted.
 */
export function waitToRetry(clock: Clock, wait: Wait, signal: AbortSignal): Promise<WaitResult> {
  return new Promise((resolve) => {
    const { lifecycle = pageLifecycle } = wait;
    const start = clock.now();
    let result: WaitResult = 'elapsed';
    let end = start + wait.delay;
    let timer: unknown;
    let isTimeUp = false;
    let unsubscribe: (() => void) | undefined;

    const isOffline = () => callSafely(() => lifecycle.isOnline()) === false;
    const finish = () => {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      callSafely(unsubscribe);
      resolve(result);
    };
    const onTimeUp = () => {
      isTimeUp = true;
      // Nothing can succeed while the device is offline. Its return ends the wait.
      if (!isOffline()) finish();
    };
    const setTimer = () => {
      clock.clearTimeout(timer);
      timer = clock.setTimeout(onTimeUp, end - clock.now());
    };
    const onReturn = () => {
      // Some libraries call immediately with their current state. Nothing has returned then.
      if (!unsubscribe || isOffline()) return;
      if (isTimeUp) {
        result = 'online';
        finish();
        return;
      }
      const now = clock.now();
      const earliest = Math.max(now, start + wait.floor, wait.earliestWake);
      if (earliest >= end) return;
      result = 'woken';
      end = earliest;
      if (earliest === now) finish();
      else setTimer();
    };

    signal.addEventListener('abort', finish);
    unsubscribe = callSafely(() => lifecycle.subscribe(onReturn));
    setTimer();
  });
}
