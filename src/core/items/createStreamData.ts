import { callSafely } from '../platform/callSafely.ts';
import { reportException } from '../platform/reportException.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { isStreamError, type StreamError } from '../StreamError.ts';
import type { Accumulator } from './accumulators/Accumulator.ts';

/** The options that decide what becomes of the values of a stream. */
export interface DataOptions {
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

/** What a snapshot shows of the data. */
export interface ShownData extends Accumulated {
  /** Whether the data is that of the stream or the run before. */
  readonly isPrevious: boolean;
}

/** What a stream shows that is replaced by another one. */
export interface Replaced {
  readonly status: string;
  readonly data: unknown;
  readonly isPrevious: boolean;
}

/** What the data of a stream is made with. */
export interface StreamDataContext {
  /** Returns the latest options. An accumulator that is written inline is a new object at each render. */
  options(): DataOptions;
  /** Returns the accumulator to use if the options have none. */
  defaultAccumulator(): Accumulator<never, unknown>;
  /** Returns a value that changes if an accumulator has ended or started a run of the stream. */
  phase(): unknown;
}

/** What has become of the values of a stream. Nothing is published here. */
export interface StreamData {
  /**
   * Adds a value to the data.
   *
   * @returns the `StreamError` with which the accumulator refused the value. Other exceptions are reported.
   */
  add(value: unknown, event: ServerSentEvent | undefined): StreamError | undefined;
  /** Returns what has been accumulated. Its data is the same value until another one is added. */
  accumulated(): Accumulated;
  /** Returns what a snapshot shows: the accumulated data, or what is kept on show instead of it. */
  shown(): ShownData;
  /** Tells the accumulator that no item follows. */
  endData(): void;
  /** Returns the data of a stream that has not received anything. */
  emptyData(): unknown;
  /** Forgets the data, the count and the last event. */
  clear(): void;
  /** Starts again from the initial data. */
  reset(): void;
  /** Starts a run from the initial data, and keeps the previous data on show if the options say so. */
  begin(): void;
  /** Keeps the data of the stream that this one replaces on show if the options say so. */
  replace(replaced: Replaced): void;
  /** Stops showing previous data: this stream has ended normally and has none. */
  forgetPrevious(): void;
  /**
   * Makes the data again from the initial data, and keeps it on show until `release` is called. If the data ends before,
   * what has been made again is discarded.
   */
  hold(): void;
  /** Shows what has been made again. */
  release(): void;
  /** Sets the count back to 0. */
  resetCount(): void;
}

/** Creates the data of a stream. Values are accumulated as they arrive, and read only when somebody looks. */
export function createStreamData({ options, defaultAccumulator, phase }: StreamDataContext): StreamData {
  const accumulator = () => (options().accumulate ?? defaultAccumulator()) as Accumulator<unknown, unknown>;
  let accumulated: unknown;
  let data: unknown;
  let isDataStale: boolean;
  let count: number;
  let lastEvent: ServerSentEvent | undefined;
  /** Whether the accumulator was told that no item follows. */
  let hasEnded: boolean;
  /** What is shown while the data is made again. */
  let held: { readonly accumulated: unknown; readonly shown: Accumulated } | undefined;
  /** The data that is shown until the first item arrives. */
  let previous: { readonly data: unknown } | undefined;

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
  const readAccumulated = () => held?.shown ?? { data: readData(), count, lastEvent };
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

  reset();
  return {
    add: (value, event) => {
      count += 1;
      hasEnded = false;
      lastEvent = event;
      isDataStale = true;
      previous = undefined;
      const before = phase();
      try {
        const next = accumulator().add(accumulated, value);
        // If the accumulator has ended the run, the last snapshot was shown then.
        if (phase() === before) accumulated = next ?? accumulated;
      } catch (exception) {
        if (isStreamError(exception)) return exception;
        reportException(exception);
      }
      return undefined;
    },
    accumulated: readAccumulated,
    shown: () => {
      // Read first, because the accumulator may end the stream.
      const latest = readAccumulated();
      return { ...latest, ...previous, isPrevious: previous !== undefined };
    },
    endData: () => {
      if (held) {
        const { shown } = held;
        accumulated = held.accumulated;
        data = shown.data;
        count = shown.count;
        lastEvent = shown.lastEvent;
        isDataStale = false;
        held = undefined;
      }
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
      const latest = readAccumulated();
      const hasData = previous !== undefined || latest.count > 0;
      const shown = previous ?? { data: latest.data };
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
    hold: () => {
      const kept = held ?? { accumulated, shown: readAccumulated() };
      reset();
      held = kept;
    },
    release: () => {
      held = undefined;
    },
    resetCount: () => {
      count = 0;
    },
  };
}
