import type { Accumulator } from './accumulators/Accumulator.ts';
import { callSafely } from './callSafely.ts';
import type { Clock } from './clock.ts';
import { requestFrame } from './requestFrame.ts';

/** When the items of a stream are shown: once a frame, at most once in so many milliseconds, or each at once. */
export type Throttle = 'frame' | 'none' | number;

/** The options that decide what is shown, and when. */
export interface SnapshotOptions {
  throttle?: Throttle | undefined;
  accumulate?: Accumulator<never, unknown> | undefined;
}

/** What a stream has shown so far, one immutable snapshot at a time, and what it will show next. */
export interface Snapshots<Snapshot> {
  getSnapshot(): Snapshot;
  /** Calls `listener` after each new snapshot. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Takes a snapshot at once: a change of status, a failure, the end. Nothing waits to be shown after it. */
  publish(): void;
  /** Says that something has arrived: the first is shown at once, what follows together when the window ends. */
  touch(): void;
  /** Adds a value to the data. */
  add(value: unknown): void;
  /** The data so far: the same value until another is added. */
  data(): unknown;
  clear(): void;
}

/**
 * Creates the snapshots of a stream. Values are accumulated as they arrive, and read once a snapshot.
 *
 * @param options - gives the latest options. An accumulator that is written inline is a new object at each render.
 * @param fallback - gives the accumulator where the options have none.
 * @param take - makes a snapshot with these data.
 */
export function createSnapshots<Snapshot>(
  clock: Clock,
  options: () => SnapshotOptions,
  fallback: () => Accumulator<never, unknown>,
  take: (data: unknown) => Snapshot,
): Snapshots<Snapshot> {
  const accumulator = () => (options().accumulate ?? fallback()) as Accumulator<unknown, unknown>;
  const listeners = new Set<() => void>();
  let state: unknown;
  let current: unknown;
  let isStale: boolean;
  let hasNews = false;
  let closeWindow: (() => void) | undefined;

  const clear = () => {
    state = callSafely(() => accumulator().create());
    current = undefined;
    isStale = true;
  };
  const data = () => {
    if (isStale) callSafely(() => (current = accumulator().snapshot(state)));
    isStale = false;
    return current;
  };

  const show = () => {
    hasNews = false;
    snapshot = take(data());
    for (const listener of listeners) callSafely(listener);
  };

  const openWindow = () => {
    const { throttle } = options();
    const onEnd = () => {
      closeWindow = undefined;
      if (!hasNews) return;
      openWindow();
      show();
    };
    if (typeof throttle === 'number') {
      const timer = clock.setTimeout(onEnd, throttle);
      closeWindow = () => clock.clearTimeout(timer);
    } else closeWindow = requestFrame(clock, onEnd);
  };

  clear();
  let snapshot = take(data());
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      // A function of its own for each call: a listener may subscribe twice.
      const notify = () => listener();
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    publish: () => {
      closeWindow?.();
      closeWindow = undefined;
      show();
    },
    touch: () => {
      if (options().throttle === 'none') return show();
      hasNews = true;
      if (closeWindow) return;
      openWindow();
      // After the whole chunk: the events that came with the first are shown with it.
      queueMicrotask(() => {
        if (hasNews) show();
      });
    },
    add: (value) => {
      isStale = true;
      state = callSafely(() => accumulator().add(state, value)) ?? state;
    },
    data,
    clear,
  };
}
