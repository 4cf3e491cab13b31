import type { ReportedFailure } from './createFaultReport.ts';

/** Says in a few words what follows a failure. */
export function writeOutcome({ outcome, at, delay = 0, progress, progressAt }: ReportedFailure): string {
  if (outcome === 'failed') return 'It has failed.';
  if (outcome === 'continued') return 'It continues.';
  if (progress === 'sent') return 'The next attempt is under way.';
  if (progress === 'answered') return `It recovered after ${writeSeconds(progressAt - at)}.`;
  return `The next attempt follows in ${writeSeconds(delay)}.`;
}

function writeSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
