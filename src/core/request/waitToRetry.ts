import type { Clock } from '../platform/clock.ts';

/** The shortest time between two retries that events of the page cause, in milliseconds. */
export const shortestTimeBetweenWakes = 1000;

/** How long a wait lasts. Times are in milliseconds. */
export interface Wait {
  readonly delay: number;
  /** The part of the delay that no event of the page cuts short. */
  readonly floor: number;
  /** The earliest time, on the clock, at which an event of the page may end the wait. */
  readonly earliestWake: number;
}

/** How a wait ended: its time was up, an event of the page cut it short, or the page came back online after its time. */
export type WaitResult = 'elapsed' | 'woken' | 'online';

/**
 * Waits before a retry. The wait is cut short when the page becomes visible, comes back online or returns from the
 * back/forward cache, and never ends while the page is offline.
 *
 * @param signal - ends the wait at once when it is aborted.
 */
export function waitToRetry(clock: Clock, wait: Wait, signal: AbortSignal): Promise<WaitResult> {
  return new Promise((resolve) => {
    const start = clock.now();
    let result: WaitResult = 'elapsed';
    let end = start + wait.delay;
    let timer: unknown;
    let isTimeUp = false;
    const pageEvents = [
      ['visibilitychange', globalThis.document],
      ['online', globalThis],
      ['pageshow', globalThis],
    ] as const;

    const finish = () => {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      for (const [type, target] of pageEvents) target?.removeEventListener?.(type, wake);
      resolve(result);
    };
    const onTimeUp = () => {
      isTimeUp = true;
      // Nothing can succeed while the page is offline. The `online` event wakes the wait.
      if (!isOffline()) finish();
    };
    const setTimer = () => {
      clock.clearTimeout(timer);
      timer = clock.setTimeout(onTimeUp, end - clock.now());
    };
    const wake = (event: Event) => {
      if (isOffline()) return;
      if (event.type === 'visibilitychange' && document.visibilityState === 'hidden') return;
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
    for (const [type, target] of pageEvents) target?.addEventListener?.(type, wake);
    setTimer();
  });
}

function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}
