import { useEffect, useState } from 'react';
import { createResponsivenessMeter, type Responsiveness } from './createResponsivenessMeter.ts';

/** How often the meter is shown, in milliseconds. */
const period = 250;

/** Measures the page while `isRunning`, key presses included, and keeps the last figures. */
export function useResponsiveness(isRunning: boolean): Responsiveness | undefined {
  const [shown, setShown] = useState<Responsiveness>();
  useEffect(() => {
    if (!isRunning) return undefined;
    const meter = createResponsivenessMeter();
    const onKey = (event: KeyboardEvent) => meter.countInput(event.timeStamp);
    const interval = setInterval(() => setShown(meter.read()), period);
    document.addEventListener('keydown', onKey);
    return () => {
      setShown(meter.read());
      meter.stop();
      clearInterval(interval);
      document.removeEventListener('keydown', onKey);
    };
  }, [isRunning]);
  return shown;
}
