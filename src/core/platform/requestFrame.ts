import type { Clock } from './clock.ts';

/** The longest wait for a frame, in milliseconds. A hidden or occluded tab gets none, and its timers come once a second. */
const longestFrame = 250;

/**
 * Calls `callback` at the next frame, with the time at which the frame began if the clock knows it. If no frame comes,
 * `callback` is called after 250 ms.
 *
 * @returns a function that cancels the call.
 */
export function requestFrame(clock: Clock, callback: (frameTime?: number) => void): () => void {
  const cancel = () => {
    clock.cancelAnimationFrame(frame);
    clock.clearTimeout(timer);
  };
  const run = (frameTime?: number) => {
    cancel();
    callback(frameTime);
  };
  const frame = clock.requestAnimationFrame(() => run(clock.frameTime?.()));
  const timer = clock.setTimeout(() => run(), longestFrame);
  return cancel;
}
