/** Counts from now on the requests sent, those of them not aborted, and the timers that wait. */
export function countLive() {
  const { setTimeout, clearTimeout, fetch } = globalThis;
  const timers = new Set();
  const counts = {
    requests: 0,
    fetches: 0,
    get timers() {
      return timers.size;
    },
  };
  globalThis.fetch = (url, init) => {
    counts.requests++;
    counts.fetches++;
    init.signal.addEventListener('abort', () => counts.fetches--);
    return fetch(url, init);
  };
  globalThis.setTimeout = (callback, delay) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      callback();
    }, delay);
    timers.add(timer);
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    timers.delete(timer);
    clearTimeout(timer);
  };
  return counts;
}
