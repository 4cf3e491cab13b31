import type { Clock } from './clock.ts';

/** The longest wait for a frame, in milliseconds. A hidden or occluded tab gets none, and its timers come once a second. */
const longestFrame = 250;

/** Those that wait for the next frame of a clock. */
interface Frame {
  readonly callbacks: Set<() => void>;
  readonly requestedAt: number;
  cancel(): void;
}

const frames = new WeakMap<Clock, Frame>();

/**
 * Calls `callback` at the next frame, or after 250 ms where no frame comes.
 *
 * All that wait share one frame and one timer: where a thousand components share a stream, those of each cost more than
 * the commit.
 *
 * @returns a function that cancels the call.
 */
export function requestFrame(clock: Clock, callback: () => void): () => void {
  let frame = frames.get(clock);
  // One that is overdue may never come: fake timers that a test took away took it with them.
  if (!frame || Math.abs(clock.now() - frame.requestedAt) > longestFrame) frame = openFrame(clock);
  const { callbacks, cancel } = frame;
  // A function of its own for each call: one may be requested twice.
  const call = () => callback();
  callbacks.add(call);
  return () => {
    callbacks.delete(call);
    if (callbacks.size === 0) cancel();
  };
}

function openFrame(clock: Clock): Frame {
  const callbacks = new Set<() => void>();
  const cancel = () => {
    clock.cancelAnimationFrame(id);
    clock.clearTimeout(timer);
    if (frames.get(clock) === frame) frames.delete(clock);
  };
  const run = () => {
    cancel();
    for (const callback of callbacks) callback();
  };
  const id = clock.requestAnimationFrame(run);
  const timer = clock.setTimeout(run, longestFrame);
  const frame: Frame = { callbacks, requestedAt: clock.now(), cancel };
  frames.set(clock, frame);
  return frame;
}
