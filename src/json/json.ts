import type { Accumulator } from '../core/items/accumulators/Accumulator.ts';
import type { StandardSchema } from '../core/items/parseItem.ts';
import { createJsonReader, type JsonReader } from './createJsonReader.ts';
import type { DeepPartial } from './DeepPartial.ts';

/**
 * Joins the items into one JSON text and reads it as it arrives. `data` is the value so far, and `undefined` before it
 * begins. What has been closed keeps its identity, so that memoised rows do not render again. Text that is not JSON is
 * reported once, and `data` keeps the value read before it.
 *
 * @param schema - types `data`. It validates nothing: the value is unfinished until the stream ends.
 */
export function json<Value = unknown>(
  _schema?: StandardSchema<Value>,
): Accumulator<unknown, DeepPartial<Value> | undefined> {
  const accumulator: Accumulator<unknown, DeepPartial<Value> | undefined, JsonReader> = {
    create: createJsonReader,
    add: (reader, item) => reader.add(String(item)),
    snapshot: (reader) => reader.snapshot() as DeepPartial<Value> | undefined,
  };
  return accumulator;
}
