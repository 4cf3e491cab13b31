import type { SeriesEntry } from '../recording/createSeries.ts';
import { placeOf, type TimelineWindow } from './TimelineWindow.ts';

/** The height of a lane in the units of its drawing. */
export const laneHeight = 100;

/** The shortest bar that can be seen. */
const shortestBar = 15;

/** Draws a bar for each entry, as high as the entry is large beside the largest one. */
export function drawBars(entries: readonly SeriesEntry[], window: TimelineWindow): string {
  const visible = entries.filter(({ at, count }) => at >= window.from && count > 0);
  const largest = Math.max(1, ...visible.map(({ size }) => size));
  return visible
    .map(({ at, size }) => {
      const height = shortestBar + (size / largest) * (laneHeight - shortestBar);
      return `M${placeOf(window, at)} ${laneHeight}V${Math.round(laneHeight - height)}`;
    })
    .join('');
}

/** Draws a line for each entry, as high as the lane. */
export function drawTicks(entries: readonly SeriesEntry[], window: TimelineWindow): string {
  return drawLines(
    entries.filter(({ count }) => count > 0).map(({ at }) => at),
    window,
  );
}

/** Draws a line for each moment, as high as the lane. */
export function drawLines(moments: readonly number[], window: TimelineWindow): string {
  return moments
    .filter((at) => at >= window.from)
    .map((at) => `M${placeOf(window, at)} 0V${laneHeight}`)
    .join('');
}

/** Draws a box for each entry, from when it began to when it was over. */
export function drawSpans(entries: readonly SeriesEntry[], window: TimelineWindow): string {
  return entries
    .filter(({ at, count }) => at >= window.from && count > 0)
    .map(
      ({ start, at }) => `M${placeOf(window, start)} 0H${placeOf(window, at)}V${laneHeight}H${placeOf(window, start)}Z`,
    )
    .join('');
}
