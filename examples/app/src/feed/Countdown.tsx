import { useEffect, useState } from 'react';

/** The seconds until the next attempt. `at` is a `Date.now()` time, `delay` the whole wait. */
export function Countdown({ delay, at }: { delay: number; at: number }) {
  const [left, setLeft] = useState(delay);

  useEffect(() => {
    const interval = setInterval(() => setLeft(at - Date.now()), 100);
    return () => clearInterval(interval);
  }, [at]);

  return left > 0 ? <>Next attempt in {(left / 1000).toFixed(1)} s</> : <>Trying again…</>;
}
