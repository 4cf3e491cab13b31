import { useCallback, useState } from 'react';
import type { Recording } from '../recording/createRecording.ts';
import { windowLength, type TimelineWindow } from './TimelineWindow.ts';
import { useLiveTime } from './useLiveTime.ts';

/** A moment at which a timeline stands still, and the moment that is looked at. */
interface Pause {
  readonly to: number;
  readonly cursor: number;
}

/** What a timeline shows. */
export interface TimelineView extends TimelineWindow {
  /** The moment that is looked at. */
  readonly cursor: number;
  readonly isPaused: boolean;
  /** Stands still, or follows the stream again. */
  toggle(): void;
  /** Looks at the moment that is so many milliseconds after the left border, and stands still. */
  scrub(offset: number): void;
}

/** Follows a recording, until it is paused or scrubbed. */
export function useTimelineView(recording: Recording): TimelineView {
  const [pause, setPause] = useState<Pause>();
  const isPaused = pause !== undefined;
  // What has left the window cannot change the picture.
  const isMoving = useCallback(
    () => !isPaused && performance.now() < recording.latest + windowLength,
    [isPaused, recording],
  );
  const now = useLiveTime(isMoving);
  const to = pause?.to ?? now;
  const cursor = pause?.cursor ?? now;
  const from = Math.max(recording.start, to - windowLength);
  return {
    from,
    to,
    cursor,
    isPaused,
    toggle: () => setPause(isPaused ? undefined : { to, cursor }),
    scrub: (offset) => setPause({ to, cursor: Math.min(to, from + offset) }),
  };
}
