import { useEffect, useState } from 'react';

/** Counts down to the moment `at`, a `Date.now()` time that is `delay` milliseconds ahead, in whole seconds. */
export function useCountdown(at = 0, delay = 0): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (at === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [at]);
  // The clock is of the last tick, which may be long ago when a new wait begins.
  return Math.max(0, Math.ceil(Math.min(delay, at - now) / 1000));
}
