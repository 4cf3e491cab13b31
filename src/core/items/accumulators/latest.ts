import type { Accumulator, KindedAccumulator } from './Accumulator.ts';

/** The accumulator that `latest()` makes. */
export type LatestAccumulator<Item = unknown> = KindedAccumulator<'latest', Item, Item | undefined>;

/** Keeps the latest item; `undefined` before the first. */
export function latest<Item = unknown>(): LatestAccumulator<Item> {
  const accumulator: Accumulator<Item, Item | undefined, { item?: Item | undefined }> = {
    create: () => ({}),
    add: (state, item) => {
      state.item = item;
    },
    snapshot: (state) => state.item,
    restore: (item) => ({ item }),
  };
  return accumulator as unknown as LatestAccumulator<Item>;
}
