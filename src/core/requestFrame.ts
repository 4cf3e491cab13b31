import type { Clock } from './clock.ts';

/** The longest wait for a frame, in milliseconds. A hidden or occluded tab gets none, and its timers come once a second. */
const longestFrame = 250;

/**
 * Calls `callback` at the next frame, or after 250 ms where no frame comes.
 *
 * @param delay - waits for so many milliseconds in place of a frame.
 * @returns a function that cancels the call.
 */
export function requestFrame(clock: Clock, callback: () => void, delay?: number): () => void {
  const cancel = () => {
    clock.cancelAnimationFrame(frame);
    clock.clearTimeout(timer);
  };
  const run = () => {
    cancel();
    callback();
  };
  const timer = clock.setTimeout(run, delay ?? longestFrame);
  const frame = delay === undefined && clock.requestAnimationFrame(run);
  return cancel;
}
