import type { Clock } from './clock.ts';

/**
 * Calls `retry` after `delay` milliseconds, earlier when the page becomes visible, comes back online or returns from
 * the back/forward cache, and never while it is offline.
 *
 * @returns a function that ends the wait.
 */
export function waitToRetry(clock: Clock, delay: number, retry: () => void): () => void {
  const stop = () => {
    clock.clearTimeout(timer);
    globalThis.document?.removeEventListener('visibilitychange', onVisibilityChange);
    globalThis.removeEventListener?.('online', wake);
    globalThis.removeEventListener?.('pageshow', wake);
  };
  const wake = () => {
    // Offline, nothing can succeed: the `online` event comes back here.
    if (globalThis.navigator?.onLine === false) return;
    stop();
    retry();
  };
  const onVisibilityChange = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const timer = clock.setTimeout(wake, delay);
  globalThis.document?.addEventListener('visibilitychange', onVisibilityChange);
  globalThis.addEventListener?.('online', wake);
  globalThis.addEventListener?.('pageshow', wake);
  return stop;
}
