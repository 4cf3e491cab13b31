import type { Clock } from './clock.ts';

/** The longest wait for a frame, in milliseconds. A hidden or occluded tab gets none, and its timers come once a second. */
const longestFrame = 250;

/**
 * Calls `callback` at the next frame, or after 250 ms if there is none.
 *
 * @returns a function that cancels the call.
 */
export function requestFrame(clock: Clock, callback: () => void): () => void {
  const cancel = () => {
    clock.cancelAnimationFrame(frame);
    clock.clearTimeout(timer);
  };
  const run = () => {
    cancel();
    callback();
  };
  const frame = clock.requestAnimationFrame(run);
  const timer = clock.setTimeout(run, longestFrame);
  return cancel;
}
