import type { Accumulator } from '../core/items/accumulators/Accumulator.ts';
import type { RawItem } from '../core/fetch-stream/FetchStreamOptions.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/** Options of a fetch stream that read one wire format, to spread into `useFetchStream` or `createFetchStream`. */
export interface StreamPreset<As extends 'events' | 'json-lines', Chunk> {
  /** How the body is cut into chunks. */
  readonly as: As;
  /** Parses one chunk. */
  readonly parse: (raw: RawItem<As>) => Chunk;
  /** Tells the marker that ends the stream. A stream that ends without it has ended as well. */
  readonly until: (raw: RawItem<As>) => boolean;
  /** Finds the error that the provider reports in a chunk. */
  readonly fail: (chunk: Chunk, event?: ServerSentEvent) => unknown;
  /** Picks the answer's text of a chunk. */
  readonly select: (chunk: Chunk) => string | undefined;
  /** Joins the text. */
  readonly accumulate: Accumulator<unknown, string>;
}
