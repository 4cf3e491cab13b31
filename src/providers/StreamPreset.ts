import type { RawItem } from '../core/fetch-stream/FetchStreamOptions.ts';
import type { Accumulator } from '../core/items/accumulators/Accumulator.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/** Options of a fetch stream that read one wire format, to spread into `useFetchStream` or `createFetchStream`. */
export interface StreamPreset<As extends 'events' | 'json-lines', Chunk> {
  /** How the body is split into chunks. */
  readonly as: As;
  /** Parses one chunk. */
  readonly parse: (raw: RawItem<As>) => Chunk;
  /** Tells whether an event or a line is the marker that ends the stream, which is not a chunk. */
  readonly until: (raw: RawItem<As>) => boolean;
  /**
   * Tells whether the answer is complete after a chunk. `undefined` leaves it as it was. If the response ends while the
   * answer is incomplete, the stream fails with the code `incomplete`.
   */
  readonly requireUntil: (chunk: Chunk) => boolean | undefined;
  /** Finds the error that the provider reports in a chunk. */
  readonly fail: (chunk: Chunk, event?: ServerSentEvent) => unknown;
  /** Selects the text that a chunk adds to the answer. */
  readonly select: (chunk: Chunk) => string | undefined;
  /** Joins the text. */
  readonly accumulate: Accumulator<unknown, string>;
}
