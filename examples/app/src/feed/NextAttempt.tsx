import type { Reconnection } from 'react-streamed';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** When the next attempt to connect comes. */
export function NextAttempt({ attempt, at }: Pick<Reconnection, 'attempt' | 'at'>) {
  const secondsLeft = useSecondsLeft(at);
  if (secondsLeft === 0) return <>Attempt {attempt}…</>;
  return (
    <>
      Attempt {attempt} in {secondsLeft.toFixed(1)} s
    </>
  );
}
