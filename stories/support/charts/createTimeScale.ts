/** Places moments on a timeline, in percent of its width. */
export interface TimeScale {
  /** The seconds that the timeline shows. */
  readonly seconds: number;
  /** 0 for the oldest moment that is shown and everything before it, 100 for now. */
  positionOf(at: number): number;
}

const fewestSeconds = 10;
const mostSeconds = 30;

/**
 * Creates a scale that ends now. It shows at least ten seconds, so that the first ones have room, and at most thirty.
 *
 * @param start - when the timeline begins, a `performance.now()` time.
 */
export function createTimeScale(start: number, now: number): TimeScale {
  const seconds = Math.min(mostSeconds, Math.max(fewestSeconds, (now - start) / 1000));
  const from = Math.max(start, now - seconds * 1000);
  return {
    seconds,
    positionOf: (at) => Math.min(100, Math.max(0, ((at - from) / (seconds * 1000)) * 100)),
  };
}
