import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/** How a JSON object begins. */
const objectStart = /^\s*\{/;

/**
 * Parses the data of an event as a provider's chunk, which is a JSON object. An event of another type whose data is not
 * an object is not a chunk: it keeps the connection alive or, if its type is `error`, its data is the error.
 *
 * @throws {SyntaxError} if a chunk is incomplete or invalid, because text of the answer would be missing.
 */
export function parseChunk<Chunk extends object>({ type, data }: ServerSentEvent): Chunk {
  const isChunk = objectStart.test(data) || (type === 'message' && data !== '');
  if (isChunk) return parseObject(data);
  return (type === 'error' ? { error: data || type } : {}) as Chunk;
}

/** Parses JSON. `null` and other values become objects, so that `onItem` can always read the fields of a chunk. */
export function parseObject<Chunk extends object>(json: string): Chunk {
  return Object(JSON.parse(json));
}
