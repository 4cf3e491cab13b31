import type { Clock } from './clock.ts';

/** The longest wait for a frame, in milliseconds. A hidden or occluded tab gets none, and its timers come once a second. */
const longestFrame = 250;

/** Those that ask for a frame of a clock in one turn. */
interface Batch {
  readonly clock: Clock;
  readonly callbacks: Set<() => void>;
  cancel(): void;
}

let batch: Batch | undefined;

/**
 * Calls `callback` at the next frame, or after 250 ms where no frame comes.
 *
 * All that ask in one turn share one frame and one timer: where a thousand components share a stream, those of each cost
 * more than the commit.
 *
 * @returns a function that cancels the call.
 */
export function requestFrame(clock: Clock, callback: () => void): () => void {
  if (batch?.clock !== clock) openBatch(clock);
  const { callbacks, cancel } = batch!;
  // A function of its own for each call: one may be requested twice.
  const call = () => callback();
  callbacks.add(call);
  return () => {
    callbacks.delete(call);
    if (callbacks.size === 0) cancel();
  };
}

function openBatch(clock: Clock): void {
  const callbacks = new Set<() => void>();
  const close = () => {
    batch = undefined;
  };
  const cancel = () => {
    clock.cancelAnimationFrame(frame);
    clock.clearTimeout(timer);
    close();
  };
  const run = () => {
    cancel();
    for (const callback of callbacks) callback();
  };
  const frame = clock.requestAnimationFrame(run);
  const timer = clock.setTimeout(run, longestFrame);
  batch = { clock, callbacks, cancel };
  queueMicrotask(close);
}
