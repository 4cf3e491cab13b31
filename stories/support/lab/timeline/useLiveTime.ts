import { useEffect, useState } from 'react';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const interval = 50;
const calmInterval = 1000;

/**
 * Gives a `performance.now()` time that moves while there is something to see: as long as `isMoving()`. It moves once a
 * second for a reader who prefers less motion.
 */
export function useLiveTime(isMoving: () => boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const tick = () => {
      if (isMoving()) setNow(performance.now());
    };
    const timer = setInterval(tick, calm.matches ? calmInterval : interval);
    return () => clearInterval(timer);
  }, [isMoving]);
  return now;
}
