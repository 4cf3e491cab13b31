import { useId } from 'react';
import { ActionButton } from '../../demos/ActionButton.tsx';
import { windowLength } from './TimelineWindow.ts';
import type { TimelineView } from './useTimelineView.ts';
import { writeTime } from './writeTime.ts';

interface TimelineScrubberProps {
  readonly view: TimelineView;
  /** When the recording began, a `performance.now()` time. */
  readonly start: number;
}

const step = 50;

/** Pauses a timeline, and moves its cursor. Moving the cursor pauses it. */
export function TimelineScrubber({ view, start }: TimelineScrubberProps) {
  const { from, cursor, isPaused, toggle, scrub } = view;
  const id = useId();
  const time = writeTime(cursor - start);
  return (
    <div className="scrubber">
      <ActionButton label={isPaused ? 'Follow' : 'Pause'} onClick={toggle} />
      <label htmlFor={id}>
        {isPaused ? 'At' : 'Now, at'} <span className="scrubber__time">{time}</span>
        <span className="visually-hidden">, time to look at</span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={windowLength}
        step={step}
        value={cursor - from}
        aria-valuetext={time}
        onChange={(event) => scrub(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
