import type { SeriesEntry } from '../recording/createSeries.ts';
import { laneHeight } from './drawLane.ts';
import { placeOf, type TimelineWindow } from './TimelineWindow.ts';

/** The lines of the characters that have arrived and of those that are shown. */
export interface CharacterLines {
  readonly arrived: string;
  readonly shown: string;
}

/** Keeps the lines off the borders of the lane. */
const margin = 6;

/** Draws two totals as lines that share a scale, which reaches from the least to the most that can be seen. */
export function drawCharacters(
  arrived: readonly SeriesEntry[],
  shown: readonly SeriesEntry[],
  window: TimelineWindow,
): CharacterLines {
  const totals = [...arrived, ...shown].map((entry) => entry.totals.size);
  const least = totals.length === 0 ? 0 : Math.min(...totals);
  const most = Math.max(least + 1, ...totals);
  const heightOf = ({ totals: { size } }: SeriesEntry) =>
    Math.round((laneHeight - margin - ((size - least) / (most - least)) * (laneHeight - 2 * margin)) * 10) / 10;
  const draw = (entries: readonly SeriesEntry[]) => {
    const [first] = entries;
    const startsBefore = first !== undefined && first.at <= window.from;
    const startHeight = startsBefore ? heightOf(first) : laneHeight - margin;
    const steps = entries.map((entry) => `H${placeOf(window, entry.at)}V${heightOf(entry)}`);
    return `M0 ${startHeight}${steps.join('')}H${placeOf(window, window.to)}`;
  };
  return { arrived: draw(arrived), shown: draw(shown) };
}

/** Draws the area below a line. */
export function closeArea(line: string): string {
  return `${line}V${laneHeight}H0Z`;
}
