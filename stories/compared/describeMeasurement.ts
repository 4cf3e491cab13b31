import type { Measurement } from './measureClient.ts';

const numbers = new Intl.NumberFormat('en');

/** Writes what was measured of a client in the words of the page. */
export function describeMeasurement({ requests, tokens, renders, longestTask, duration }: Measurement) {
  return {
    Requests: numbers.format(requests.length),
    Lost: writeCount(tokens?.lost),
    Doubled: writeCount(tokens?.doubled),
    Renders: numbers.format(renders),
    'Longest task': writeLongestTask(longestTask),
    Time: `${numbers.format(duration)} ms`,
  };
}

function writeCount(count: number | undefined): string {
  return count === undefined ? 'not counted' : numbers.format(count);
}

function writeLongestTask(duration: number | undefined): string {
  if (duration === undefined) return 'unknown';
  return duration === 0 ? 'below 50 ms' : `${numbers.format(duration)} ms`;
}
