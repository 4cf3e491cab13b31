import type { OnceInferred } from './OnceInferred.ts';

/**
 * How the items of a stream become its `data`. A stream makes one state, adds each item as it arrives, and takes a
 * snapshot at most once a frame. An accumulator that is written inline may be another object at each render: the latest
 * one continues with the state.
 *
 * @typeParam State - the state. If you name it, an `add` that returns something else by accident, such as the number that
 *   `push` returns, does not compile.
 */
export interface Accumulator<Item, Data, State = unknown> {
  /** Makes an empty state. */
  create(): State;
  /** Adds one item in constant time: changes the state in place, or returns the state to continue with. */
  add(state: State, item: Item): void | State;
  /** Takes an immutable snapshot. What did not change keeps its identity, so that memoised rows do not render again. */
  snapshot(state: State): Data;
  /**
   * Called when the stream has ended, failed or been stopped, before the last snapshot. An event source that is opened
   * again adds further items to the state.
   */
  end?(state: State): void;
  /**
   * Makes the state of which `data` was a snapshot, for the option `initialData`. Without it, `initialData` is shown until
   * the first item arrives, which is then added to an empty state.
   */
  restore?(data: Data): State;
}

declare const dataKind: unique symbol;

/** An accumulator whose data type follows from the items that it is given, so that it needs no annotation. */
export interface KindedAccumulator<Kind, Item, Data> extends Accumulator<Item, Data> {
  /** Exists in types only. */
  readonly [dataKind]: Kind;
}

/** Stands in types for the accumulator that a stream has if none is given. */
export type DefaultAccumulator<Item> = KindedAccumulator<'default', Item, unknown>;

/**
 * The data that the accumulator `Acc` makes of items of type `Item`.
 *
 * @typeParam Default - the data if no accumulator is given.
 */
export type DataOf<Acc, Item, Default = Item | undefined> = OnceInferred<Acc, KindData<Acc, Item, Default>>;

/** The data by the kind of the accumulator. */
type KindData<Acc, Item, Default> =
  Acc extends KindedAccumulator<'default', never, unknown>
    ? Default
    : Acc extends KindedAccumulator<'latest', never, unknown>
      ? Item | undefined
      : Acc extends KindedAccumulator<'list', never, unknown>
        ? readonly Item[]
        : Acc extends Accumulator<never, infer Data>
          ? Data
          : never;
