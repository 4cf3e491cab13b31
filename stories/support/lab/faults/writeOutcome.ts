import type { ReportedFailure } from './createFaultReport.ts';

/** Says in a few words what follows a failure. */
export function writeOutcome({ outcome, delay = 0, recoveredAfter }: ReportedFailure): string {
  if (outcome === 'failed') return 'It has failed.';
  if (outcome === 'continued') return 'It continues.';
  if (recoveredAfter !== undefined) return `It recovered after ${writeSeconds(recoveredAfter)}.`;
  return `The next attempt follows in ${writeSeconds(delay)}.`;
}

function writeSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
