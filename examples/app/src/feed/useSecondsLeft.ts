import { useEffect, useState } from 'react';

/** Counts down to `until`, a `Date.now()` time, in seconds. It is 0 from then on. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    const interval = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(interval);
  }, []);

  return Math.max(0, (until - now) / 1000);
}
