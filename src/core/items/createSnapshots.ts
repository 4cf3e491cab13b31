import { callSafely } from '../platform/callSafely.ts';
import type { Clock } from '../platform/clock.ts';
import { createListeners } from '../platform/createListeners.ts';
import { observer } from '../platform/observer.ts';
import { reportException } from '../platform/reportException.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { isStreamError, type StreamError } from '../StreamError.ts';
import type { Accumulator } from './accumulators/Accumulator.ts';
import { createThrottle, type Throttle } from './createThrottle.ts';

/** The options that decide what is published, and when. */
export interface PublishingOptions {
  throttle?: Throttle | undefined;
  accumulate?: Accumulator<never, unknown> | undefined;
  initialData?: unknown;
  keepPrevious?: boolean | undefined;
}

/** What has been accumulated. */
export interface Accumulated {
  readonly data: unknown;
  /** How many values went into the data since it was cleared, or since the count was. */
  readonly count: number;
  /** The event of the latest value, if it has one. */
  readonly lastEvent: ServerSentEvent | undefined;
}

/** What is shown besides the state. */
interface Shown extends Accumulated {
  /** Whether the data is that of the stream or the run before. */
  readonly isPrevious: boolean;
}

/** What a stream shows that is replaced by another one. */
export interface Replaced {
  readonly status: string;
  readonly data: unknown;
  readonly isPrevious: boolean;
}

/** How the snapshots of a stream are made. */
export interface SnapshotsOptions<State, Snapshot> {
  readonly clock: Clock;
  /** Returns the latest options. An accumulator that is written inline is a new object at each render. */
  options(): PublishingOptions;
  /** Returns the accumulator to use if the options have none. */
  defaultAccumulator(): Accumulator<never, unknown>;
  /** What a snapshot shows besides the data, at first. */
  readonly initialState: State;
  /** Makes a snapshot of the state and of what has been accumulated. */
  compose(state: State, shown: Shown): Snapshot;
}

/** What a stream publishes: one immutable snapshot after another. */
export interface Snapshots<State, Snapshot> {
  getSnapshot(): Snapshot;
  /** Calls `listener` after each new snapshot. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Returns the state as it is now, published or not. */
  state(): State;
  /** Changes the state and publishes at once: a new status, a failure, the end. Nothing is left to be published after it. */
  show(change: Partial<State>): void;
  /** Changes the state and publishes soon: at the end of this turn for the first change, then as the throttle decides. */
  update(change: Partial<State>): void;
  /**
   * Adds a value to the data and publishes soon.
   *
   * @returns the `StreamError` with which the accumulator refused the value. Other exceptions are reported.
   */
  add(value: unknown, event: ServerSentEvent | undefined): StreamError | undefined;
  /** Returns what is shown besides the state. Its data is the same value until another one is added. */
  accumulated(): Accumulated;
  /** Tells the accumulator that no item follows. The caller publishes. */
  endData(): void;
  /** Returns the data of a stream that has not received anything. */
  emptyData(): unknown;
  /** Forgets the data, the count and the last event. The caller publishes. */
  clear(): void;
  /** Starts again from the initial data. The caller publishes. */
  reset(): void;
  /** Starts a run from the initial data, and keeps the previous data on show if the options say so. The caller publishes. */
  begin(): void;
  /** Keeps the data of the stream that this one replaces on show if the options say so. The caller publishes. */
  replace(replaced: Replaced): void;
  /** Stops showing previous data: this stream has ended normally and has none. The caller publishes. */
  forgetPrevious(): void;
  /** Shows this instead of what is accumulated, until it or `clear` is called again. The caller publishes. */
  hold(shown?: Accumulated): void;
  /** Sets the count back to 0. The caller publishes. */
  resetCount(): void;
}

/** Creates the snapshots of a stream. Values are accumulated as they arrive, and read once per snapshot. */
export function createSnapshots<State extends object, Snapshot extends object>({
  clock,
  options,
  defaultAccumulator,
  initialState,
  compose,
}: SnapshotsOptions<State, Snapshot>): Snapshots<State, Snapshot> {
  const accumulator = () => (options().accumulate ?? defaultAccumulator()) as Accumulator<unknown, unknown>;
  const listeners = createListeners();
  let state = initialState;
  let accumulated: unknown;
  let data: unknown;
  let isDataStale = true;
  let count = 0;
  let lastEvent: ServerSentEvent | undefined;
  /** Whether the accumulator was told that no item follows. */
  let hasEnded = false;
  let held: Accumulated | undefined;
  /** The data that is shown until the first item arrives. */
  let previous: { readonly data: unknown } | undefined;
  /** How often `show` was called. A user's function that ends or starts a run changes it. */
  let showCount = 0;

  const readData = () => {
    if (isDataStale) {
      isDataStale = false;
      try {
        data = accumulator().snapshot(accumulated);
      } catch (exception) {
        reportException(exception);
      }
    }
    return data;
  };
  const clear = () => {
    accumulated = callSafely(() => accumulator().create());
    hasEnded = false;
    data = undefined;
    isDataStale = true;
    count = 0;
    lastEvent = undefined;
    held = undefined;
    previous = undefined;
  };
  const reset = () => {
    clear();
    const { initialData } = options();
    if (initialData === undefined) return;
    const latest = accumulator();
    if (latest.restore) {
      accumulated = callSafely(() => latest.restore?.(initialData)) ?? accumulated;
    } else {
      data = initialData;
      isDataStale = false;
    }
  };
  const readAccumulated = () => held ?? { data: readData(), count, lastEvent };
  const take = () => {
    // The accumulator may end the stream, so the state is read after the data.
    const accumulatedNow = readAccumulated();
    const isPrevious = previous !== undefined;
    return compose(state, { ...accumulatedNow, ...previous, isPrevious });
  };

  const publish = () => {
    snapshot = take();
    observer?.onSnapshot(options, snapshot);
    listeners.notify();
  };
  const throttle = createThrottle({ clock, option: () => options().throttle, publish });
  const publishSoon = () => {
    if (!throttle.hasNews()) observer?.onArrival(options);
    throttle.request();
  };

  reset();
  let snapshot = take();
  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    state: () => state,
    show: (change) => {
      showCount += 1;
      state = { ...state, ...change };
      throttle.reset();
      publish();
    },
    update: (change) => {
      state = { ...state, ...change };
      publishSoon();
    },
    add: (value, event) => {
      count += 1;
      hasEnded = false;
      lastEvent = event;
      isDataStale = true;
      previous = undefined;
      let failure: StreamError | undefined;
      const before = showCount;
      try {
        const next = accumulator().add(accumulated, value);
        // The accumulator has ended the run, whose last snapshot was shown then.
        if (showCount !== before) return undefined;
        accumulated = next ?? accumulated;
      } catch (exception) {
        if (isStreamError(exception)) failure = exception;
        else reportException(exception);
      }
      publishSoon();
      return failure;
    },
    accumulated: readAccumulated,
    endData: () => {
      // The accumulator may stop the run, which would end the data again.
      if (hasEnded) return;
      hasEnded = true;
      const latest = accumulator();
      if (!latest.end) return;
      callSafely(() => latest.end?.(accumulated));
      isDataStale = true;
    },
    emptyData: () => callSafely(() => accumulator().snapshot(accumulator().create())),
    clear,
    reset,
    begin: () => {
      const hasData = previous !== undefined || count > 0;
      const shown = previous ?? { data: readData() };
      reset();
      if (options().keepPrevious && hasData) previous = shown;
    },
    replace: (replaced) => {
      const hasData = replaced.isPrevious || replaced.status !== 'idle';
      if (options().keepPrevious && hasData) previous = { data: replaced.data };
    },
    forgetPrevious: () => {
      previous = undefined;
    },
    hold: (shown) => {
      held = shown;
    },
    resetCount: () => {
      count = 0;
    },
  };
}
