import { isComplete, type DeepPartial } from 'react-streamed/json';
import type { Trip } from './trip.ts';

/** Says how far a plan is. */
export function writeProgress(status: string, draft: DeepPartial<Trip> | undefined): string {
  const stops = draft?.stops?.filter((stop) => isComplete(stop)) ?? [];
  const latest = stops.at(-1)?.name;
  switch (status) {
    case 'connecting':
      return 'Planning…';
    case 'streaming':
      return latest === undefined ? 'Planning…' : `Stop ${stops.length}: ${latest}`;
    case 'stopped':
      return `Stopped. Complete stops: ${stops.length}.`;
    case 'done':
      return `The plan has ${stops.length} stops.`;
    default:
      return '';
  }
}
