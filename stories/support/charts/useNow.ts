import { useEffect, useState } from 'react';

/** Gives a `performance.now()` time that moves on each frame, and stands still from the time `end` on. */
export function useNow(end: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = () => {
      if (isCalm) timer = setTimeout(tick, 1000);
      else frame = requestAnimationFrame(tick);
    };
    const tick = () => {
      const time = performance.now();
      setNow(time);
      if (time < end) schedule();
    };
    schedule();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [end]);
  return now;
}
