/** Watches the long tasks of the page. The browser reports those of 50 ms and more. */
export interface LongTaskWatch {
  /** Returns the longest task that began since a `performance.now()` time, in milliseconds. `0`: none was long. */
  longestSince(startedAt: number): number;
  stop(): void;
}

/** Starts to watch, or returns `undefined` if the browser does not report long tasks. */
export function watchLongTasks(): LongTaskWatch | undefined {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return undefined;
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    longestSince(startedAt) {
      tasks.push(...observer.takeRecords());
      const durations = tasks.filter(({ startTime }) => startTime >= startedAt).map(({ duration }) => duration);
      return Math.round(Math.max(0, ...durations));
    },
    stop: () => observer.disconnect(),
  };
}
