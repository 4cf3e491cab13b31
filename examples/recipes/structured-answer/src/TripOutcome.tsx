import type { Outcome } from './useTrip.ts';

interface TripOutcomeProps {
  readonly outcome: Outcome;
}

/** What can be done with a plan. Only a validated one gets here. */
export function TripOutcome({ outcome }: TripOutcomeProps) {
  if ('problem' in outcome) {
    return (
      <p className="is-bad" role="alert">
        This plan cannot be used. {outcome.problem}
      </p>
    );
  }
  const { trip } = outcome;
  const minutes = trip.stops.reduce((sum, stop) => sum + stop.minutes, 0);
  return (
    <p>
      Altogether {Math.floor(minutes / 60)} h {minutes % 60} min.{' '}
      <a download="trip.json" href={`data:application/json,${encodeURIComponent(JSON.stringify(trip))}`}>
        Save the plan
      </a>
    </p>
  );
}
