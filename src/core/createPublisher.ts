import { callSafely } from './callSafely.ts';
import type { Clock } from './clock.ts';
import { longestDelay } from './createDeadline.ts';
import { requestFrame } from './requestFrame.ts';

/** When the items of a stream are shown: once a frame, at most once in so many milliseconds, or each at once. */
export type Throttle = 'frame' | 'none' | number;

/** Turns a stream's changes into snapshots. */
export interface Publisher<Snapshot> {
  getSnapshot(): Snapshot;
  /** Calls `listener` after each new snapshot. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Takes a snapshot at once: a change of status, a failure, the end. Returns it. */
  publish(): Snapshot;
  /** Says that items have arrived: the first is shown at once, those after it together when the window ends. */
  touch(): void;
  /** Forgets what waits to be shown. */
  cancel(): void;
}

/**
 * Publishes one immutable snapshot at a time.
 *
 * @param take - takes the snapshot.
 * @param throttle - gives the latest throttle.
 */
export function createPublisher<Snapshot>(
  clock: Clock,
  take: () => Snapshot,
  throttle: () => Throttle | undefined,
): Publisher<Snapshot> {
  const listeners = new Set<() => void>();
  let snapshot = take();
  let hasNews = false;
  let closeWindow: (() => void) | undefined;

  const publish = () => {
    hasNews = false;
    const taken = (snapshot = take());
    for (const listener of listeners) callSafely(listener);
    return taken;
  };

  const openWindow = () => {
    const onEnd = () => {
      closeWindow = undefined;
      if (!hasNews) return;
      openWindow();
      publish();
    };
    const length = throttle() ?? 'frame';
    if (typeof length === 'number') {
      const timer = clock.setTimeout(onEnd, Math.min(length, longestDelay));
      closeWindow = () => clock.clearTimeout(timer);
    } else closeWindow = requestFrame(clock, onEnd);
  };

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      // A function of its own for each call: a listener may subscribe twice.
      const notify = () => listener();
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    publish,
    touch: () => {
      if (throttle() === 'none') return void publish();
      const isFirst = !hasNews && !closeWindow;
      hasNews = true;
      if (!isFirst) return;
      openWindow();
      // After the whole chunk: the events that came with the first are shown with it.
      queueMicrotask(() => {
        if (hasNews) publish();
      });
    },
    cancel: () => {
      closeWindow?.();
      closeWindow = undefined;
      hasNews = false;
    },
  };
}
