import type { Accumulator } from './accumulators/Accumulator.ts';
import { callSafely } from './callSafely.ts';

/** The items of one run, on their way to `data`. */
export interface Accumulation {
  add(item: unknown): void;
  /** The data so far: the same value until an item is added. */
  read(): unknown;
  clear(): void;
}

/**
 * Holds the state of an accumulator.
 *
 * @param current - gives the latest accumulator; written inline, it is a new object at each render.
 */
export function createAccumulation(current: () => Accumulator<unknown, unknown>): Accumulation {
  let state: unknown;
  let data: unknown;
  let isStale: boolean;

  const clear = () => {
    state = callSafely(() => current().create());
    data = undefined;
    isStale = true;
  };
  clear();

  return {
    add: (item) => {
      isStale = true;
      const next = callSafely(() => current().add(state, item));
      if (next !== undefined) state = next;
    },
    read: () => {
      if (isStale) {
        isStale = false;
        callSafely(() => {
          data = current().snapshot(state);
        });
      }
      return data;
    },
    clear,
  };
}
