import type { Reconnection } from 'react-streamed/core';
import { useCountdown } from './useCountdown.ts';

interface ReconnectionNoteProps {
  readonly reconnection: Reconnection;
}

/** Counts down to the next attempt. */
export function ReconnectionNote({ reconnection: { attempt, at, delay } }: ReconnectionNoteProps) {
  const seconds = useCountdown(at, delay);
  return (
    <p className="note">{seconds > 0 ? `Attempt ${attempt} in ${seconds} s` : `Attempt ${attempt} is under way`}</p>
  );
}
