/** Reads a body chunk by chunk. The reader of a `ReadableStream` is one. */
export interface ChunkReader {
  read(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  cancel(): Promise<unknown>;
}

/** A stream of bytes or of items. */
type AnsweredBody = ReadableStream<unknown> | AsyncIterable<unknown>;

/**
 * Opens a body for reading.
 *
 * @throws a `TypeError` if it is being read already.
 */
export function openBody(body: AnsweredBody | null | undefined): ChunkReader | undefined {
  if (!body) return undefined;
  if ('getReader' in body) return body.getReader();
  const iterator = body[Symbol.asyncIterator]();
  return {
    read: () => iterator.next(),
    cancel: async () => iterator.return?.(),
  };
}
