import type { Accumulator } from './Accumulator.ts';

/**
 * Folds the items into one value, as `Array.prototype.reduce` does.
 *
 * @param fn - makes the next value of the one before and an item, without changing the one before.
 */
export function reduce<Item, Data>(fn: (data: Data, item: Item) => Data, initial: Data): Accumulator<Item, Data> {
  const accumulator: Accumulator<Item, Data, { data: Data }> = {
    create: () => ({ data: initial }),
    add: (state, item) => {
      state.data = fn(state.data, item);
    },
    snapshot: (state) => state.data,
    restore: (data) => ({ data }),
  };
  return accumulator;
}
