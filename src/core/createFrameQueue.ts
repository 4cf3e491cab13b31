import type { Clock } from './clock.ts';
import { requestFrame } from './requestFrame.ts';

/** Calls `callback` at the next frame. Returns the function that cancels the call. */
export type FrameQueue = (callback: () => void) => () => void;

/**
 * Creates a queue that requests one frame for all that wait for the next. Where a thousand components share a stream, a
 * frame and a timer for each of them cost more than their commit.
 */
export function createFrameQueue(clock: Clock): FrameQueue {
  let waiting = new Set<() => void>();
  let cancelFrame: () => void;

  const run = () => {
    const due = waiting;
    waiting = new Set();
    for (const callback of due) callback();
  };

  return (callback) => {
    const own = waiting;
    if (own.size === 0) cancelFrame = requestFrame(clock, run);
    own.add(callback);
    return () => {
      own.delete(callback);
      if (own === waiting && own.size === 0) cancelFrame();
    };
  };
}
