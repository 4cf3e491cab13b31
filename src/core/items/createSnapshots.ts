import type { Accumulator } from './accumulators/Accumulator.ts';
import { callSafely } from '../platform/callSafely.ts';
import type { Clock } from '../platform/clock.ts';
import { reportException } from '../platform/reportException.ts';
import { requestFrame } from '../platform/requestFrame.ts';

/** When the items of a stream are shown: once a frame, at most once in so many milliseconds, or each at once. */
export type Throttle = 'frame' | 'none' | number;

/** The options that decide what is shown, and when. */
export interface SnapshotOptions {
  throttle?: Throttle | undefined;
  accumulate?: Accumulator<never, unknown> | undefined;
}

/** What a stream has shown so far, one immutable snapshot at a time, and what it will show next. */
export interface Snapshots<Snapshot, State> {
  getSnapshot(): Snapshot;
  /** Calls `listener` after each new snapshot. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Changes the state and takes a snapshot at once: a new status, a failure, the end. Nothing waits to be shown after it. */
  show(change: Partial<State>): void;
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
 * @param state - what is shown beside the data. Its owner may change it, too.
 * @param derive - gives what else is shown.
 */
export function createSnapshots<Snapshot, State extends object>(
  clock: Clock,
  options: () => SnapshotOptions,
  fallback: () => Accumulator<never, unknown>,
  state: State,
  derive?: () => object,
): Snapshots<Snapshot, State> {
  const accumulator = () => (options().accumulate ?? fallback()) as Accumulator<unknown, unknown>;
  const listeners = new Set<() => void>();
  let accumulated: unknown;
  let current: unknown;
  let isStale: boolean;
  let hasNews = false;
  let closeWindow: (() => void) | undefined;

  const clear = () => {
    accumulated = callSafely(() => accumulator().create());
    current = undefined;
    isStale = true;
  };
  const data = () => {
    if (isStale) {
      isStale = false;
      callSafely(() => (current = accumulator().snapshot(accumulated)));
    }
    return current;
  };

  const take = () => ({ ...state, data: data(), ...derive?.() }) as Snapshot;
  const publish = () => {
    hasNews = false;
    snapshot = take();
    for (const listener of listeners) callSafely(listener);
  };

  const openWindow = () => {
    const { throttle } = options();
    const onEnd = () => {
      closeWindow = undefined;
      if (!hasNews) return;
      openWindow();
      publish();
    };
    if (typeof throttle === 'number') {
      const timer = clock.setTimeout(onEnd, throttle);
      closeWindow = () => clock.clearTimeout(timer);
    } else closeWindow = requestFrame(clock, onEnd);
  };

  clear();
  let snapshot = take();
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      // A function of its own for each call: a listener may subscribe twice.
      const notify = () => listener();
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    show: (change) => {
      Object.assign(state, change);
      closeWindow?.();
      closeWindow = undefined;
      publish();
    },
    touch: () => {
      if (options().throttle === 'none') return publish();
      hasNews = true;
      if (closeWindow) return;
      openWindow();
      // After the whole chunk: the events that came with the first are shown with it.
      queueMicrotask(() => {
        if (hasNews) publish();
      });
    },
    add: (value) => {
      isStale = true;
      try {
        accumulated = accumulator().add(accumulated, value) ?? accumulated;
      } catch (exception) {
        reportException(exception);
      }
    },
    data,
    clear,
  };
}
