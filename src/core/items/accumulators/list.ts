import type { Accumulator, KindedAccumulator } from './Accumulator.ts';

/** The accumulator that `list()` makes. */
export type ListAccumulator<Item = unknown> = KindedAccumulator<'list', Item, readonly Item[]>;

/** Options of `list`. */
export interface ListOptions {
  /**
   * How many of the latest items are kept.
   *
   * @default Infinity
   */
  limit?: number | undefined;
}

/** Keeps the items in an array, oldest first. */
export function list<Item = unknown>({ limit = Infinity }: ListOptions = {}): ListAccumulator<Item> {
  const accumulator: Accumulator<Item, readonly Item[], Item[]> = {
    create: () => [],
    add: (items, item) => {
      items.push(item);
      // Dropping `limit` items at once costs a constant time an item; dropping one each time would cost `limit`.
      if (items.length >= 2 * limit) items.splice(0, items.length - limit);
    },
    snapshot: (items) => items.slice(Math.max(0, items.length - limit)),
    restore: (items) => [...items],
  };
  return accumulator as unknown as ListAccumulator<Item>;
}
