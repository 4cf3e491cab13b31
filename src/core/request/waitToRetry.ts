import type { Clock } from '../platform/clock.ts';

/**
 * Calls `retry` after `delay` milliseconds, earlier when the page becomes visible, comes back online or returns from
 * the back/forward cache, and never while it is offline.
 *
 * @returns a function that ends the wait.
 */
export function waitToRetry(clock: Clock, delay: number, retry: () => void): () => void {
  const wake = (event?: Event) => {
    // Offline, nothing can succeed: the `online` event comes back here.
    if (globalThis.navigator?.onLine === false) return;
    if (event?.type === 'visibilitychange' && document.visibilityState === 'hidden') return;
    stop();
    retry();
  };
  const listen = (method: 'addEventListener' | 'removeEventListener') => {
    globalThis.document?.[method]('visibilitychange', wake);
    for (const type of ['online', 'pageshow']) globalThis[method]?.(type, wake);
  };
  const stop = () => {
    clock.clearTimeout(timer);
    listen('removeEventListener');
  };
  const timer = clock.setTimeout(wake, delay);
  listen('addEventListener');
  return stop;
}
