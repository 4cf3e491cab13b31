/** How much time a timeline shows, in milliseconds. */
export const windowLength = 15_000;

/** The part of a recording that can be seen. */
export interface TimelineWindow {
  /** Its left border, a `performance.now()` time. */
  readonly from: number;
  /** The latest moment that is drawn. */
  readonly to: number;
}

/** The width of a lane in the units of its drawing. */
export const laneWidth = 1000;

/** Places a moment in a lane. */
export function placeOf({ from }: TimelineWindow, at: number): number {
  const place = ((at - from) / windowLength) * laneWidth;
  return Math.round(Math.min(laneWidth, Math.max(0, place)) * 10) / 10;
}
