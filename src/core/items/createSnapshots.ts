import type { Clock } from '../platform/clock.ts';
import { createListeners } from '../platform/createListeners.ts';
import { observer } from '../platform/observer.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import type { StreamError } from '../StreamError.ts';
import {
  createStreamData,
  type DataOptions,
  type ShownData,
  type StreamData,
  type StreamDataContext,
} from './createStreamData.ts';
import { createThrottle, type Throttle } from './createThrottle.ts';

/** The options that decide what is published, and when. */
export interface PublishingOptions extends DataOptions {
  throttle?: Throttle | undefined;
}

/** How the snapshots of a stream are made. */
export interface SnapshotsOptions<State, Snapshot> extends Pick<StreamDataContext, 'defaultAccumulator'> {
  readonly clock: Clock;
  /** Returns the latest options. */
  options(): PublishingOptions;
  /** What a snapshot shows besides the data, at first. */
  readonly initialState: State;
  /** Makes a snapshot of the state and of what has been accumulated. */
  compose(state: State, shown: ShownData): Snapshot;
}

/**
 * What a stream publishes: one immutable snapshot after another. `add` publishes soon. If another function changes the
 * data, the caller publishes.
 */
export interface Snapshots<State, Snapshot> extends Omit<StreamData, 'add' | 'shown'> {
  /**
   * Adds a value to the data, and publishes soon.
   *
   * @param onAdded - called once the value is in the data, before anything is published.
   * @returns the `StreamError` with which the accumulator refused the value.
   */
  add(value: unknown, event: ServerSentEvent | undefined, onAdded?: () => void): StreamError | undefined;
  getSnapshot(): Snapshot;
  /** Calls `listener` after each new snapshot. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Returns the state as it is now, published or not. */
  state(): State;
  /** Changes the state and publishes at once: a new status, a failure, the end. Nothing is left to be published after it. */
  show(change: Partial<State>): void;
  /** Changes the state and publishes soon: at the end of this turn for the first change, then as the throttle decides. */
  update(change: Partial<State>): void;
}

/** Creates the snapshots of a stream. Values are accumulated as they arrive, and read once per snapshot. */
export function createSnapshots<State extends object, Snapshot extends object>({
  clock,
  options,
  defaultAccumulator,
  initialState,
  compose,
}: SnapshotsOptions<State, Snapshot>): Snapshots<State, Snapshot> {
  const listeners = createListeners();
  let state = initialState;
  /** How often `show` was called. A user's function that ends or starts a run changes it. */
  let showCount = 0;
  const data = createStreamData({ options, defaultAccumulator, phase: () => showCount });

  const take = () => {
    // The accumulator may end the stream, so the state is read after the data.
    const shown = data.shown();
    return compose(state, shown);
  };
  let snapshot = take();

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

  return {
    ...data,
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
    add: (value, event, onAdded) => {
      const before = showCount;
      const failure = data.add(value, event);
      if (showCount !== before) return undefined;
      onAdded?.();
      publishSoon();
      return failure;
    },
  };
}
