import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/**
 * Parses the data of an event as one of a provider's chunks, which are JSON objects. Events that hold words or nothing
 * instead are no chunks: they keep a connection alive, or, as `error`, say what failed.
 *
 * @throws {SyntaxError} where a chunk is cut or broken: text of the answer would be missing.
 */
export function parseChunk<Chunk extends object>({ type, data }: ServerSentEvent): Chunk {
  const isChunk = data[0] === '{' || (data && type === 'message');
  return Object(isChunk ? JSON.parse(data) : { error: type === 'error' && (data || type) });
}
