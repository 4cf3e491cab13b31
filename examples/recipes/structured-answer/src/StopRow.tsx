import { memo } from 'react';
import { isComplete, type DeepPartial } from 'react-streamed/json';
import type { Stop } from './trip.ts';

interface StopRowProps {
  readonly stop: DeepPartial<Stop>;
}

/** A stop of a trip. It renders while it arrives, and never again once it is complete. */
export const StopRow = memo(function StopRow({ stop }: StopRowProps) {
  // `kind` could be `'mus'` for a moment, so it is shown when the stop is complete.
  const kind = isComplete(stop) ? stop.kind : undefined;
  return (
    <li className="trip-stop" aria-busy={!isComplete(stop)}>
      <strong>{stop.name}</strong>
      <span>{stop.minutes === undefined ? <span className="trip-gap" /> : `${stop.minutes} min`}</span>
      <p>{stop.note}</p>
      <span className="trip-kind">{kind ?? <span className="trip-gap" />}</span>
    </li>
  );
});
