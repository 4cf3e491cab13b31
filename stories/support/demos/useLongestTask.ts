import { useEffect, useState } from 'react';

/** Returns the longest task of the page while `isActive`, in milliseconds. The browser reports those of 50 ms and more. */
export function useLongestTask(isActive: boolean): number {
  const [longest, setLongest] = useState(0);
  useEffect(() => {
    if (!isActive || !PerformanceObserver.supportedEntryTypes.includes('longtask')) return undefined;
    const observer = new PerformanceObserver((list) => {
      const durations = list.getEntries().map(({ duration }) => Math.round(duration));
      setLongest((before) => Math.max(before, ...durations));
    });
    observer.observe({ type: 'longtask' });
    return () => observer.disconnect();
  }, [isActive]);
  return longest;
}
