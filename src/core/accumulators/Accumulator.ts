/**
 * How the items of a stream become its `data`. One stream makes one state, adds each item as it arrives, and takes a
 * snapshot at most once a frame.
 */
export interface Accumulator<in Item, out Data, in out State = any> {
  /** Makes an empty state. */
  create(): State;
  /** Adds one item in O(1): changes the state in place, or returns the one to go on with. */
  add(state: State, item: Item): void | State;
  /** Takes an immutable snapshot. What did not change keeps its identity, so that memoised rows do not render again. */
  snapshot(state: State): Data;
}
