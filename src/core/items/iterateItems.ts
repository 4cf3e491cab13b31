import { onAbort } from '../platform/onAbort.ts';
import type { Accumulator } from './accumulators/Accumulator.ts';

/** Takes the items of a stream until the loop asks for them. */
export interface ItemSink<Item> {
  /** The accumulator of the stream: its items are handed over, and not accumulated. */
  readonly accumulate: Accumulator<Item, undefined>;
  /** Returns a promise that reading waits for while the loop is busy with an item. */
  whenReady(): Promise<void> | undefined;
  /** The stream has ended, with the failure if there was one. Items that wait are delivered first. */
  end(error: unknown): void;
}

/**
 * Iterates over the items of a stream, which starts when the first one is asked for. Leaving the loop stops the stream.
 *
 * @param start - starts the stream. Returns the function that stops it.
 * @throws what the stream fails with, or the signal's reason if it aborts.
 */
export function iterateItems<Item>(
  signal: AbortSignal | undefined,
  start: (sink: ItemSink<Item>) => () => void,
): AsyncIterableIterator<Item, undefined> {
  let items: Item[] = [];
  let hasEnded = false;
  let failure: unknown;
  /** Tells the loop that items have arrived, or that the stream has ended. Undefined while the loop is busy. */
  let wake: (() => void) | undefined;
  /** Tells the stream that the loop waits for items. */
  let continueReading: (() => void) | undefined;
  let stop: (() => void) | undefined;

  const end = (error: unknown) => {
    hasEnded = true;
    failure = error;
    wake?.();
  };
  /** Ends the loop at once. */
  const cancel = () => {
    items = [];
    end(undefined);
    stop?.();
  };
  const sink: ItemSink<Item> = {
    accumulate: {
      create: () => undefined,
      add: (_state, item) => {
        items.push(item);
        wake?.();
      },
      snapshot: () => undefined,
    },
    whenReady: () => {
      if (wake) return undefined;
      return new Promise((resolve) => {
        continueReading = resolve;
      });
    },
    end,
  };
  const waitForItems = () =>
    new Promise<void>((resolve) => {
      wake = () => {
        wake = undefined;
        resolve();
      };
      continueReading?.();
      continueReading = undefined;
    });

  async function* iterate(): AsyncGenerator<Item, undefined, undefined> {
    signal?.throwIfAborted();
    const ignoreAbort = onAbort(signal, cancel);
    try {
      stop = start(sink);
      for (;;) {
        const arrived = items;
        items = [];
        for (const item of arrived) {
          yield item;
          signal?.throwIfAborted();
        }
        if (hasEnded) break;
        await waitForItems();
      }
      signal?.throwIfAborted();
      if (failure) throw failure;
    } finally {
      ignoreAbort();
      cancel();
    }
  }

  const iterator = iterate();
  return {
    next: () => iterator.next(),
    return() {
      // A generator that waits for an item would return only when one arrives.
      cancel();
      return iterator.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
