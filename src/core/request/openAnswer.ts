/** Reads a body chunk by chunk. The reader of a `ReadableStream` is one. */
export interface ChunkReader {
  read(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  cancel(): Promise<unknown>;
}

/** A stream of bytes or of items. */
type AnsweredBody = ReadableStream<unknown> | AsyncIterable<unknown>;

/** What a url function may answer instead of a URL. */
type Answer = Partial<Response> & Partial<ReadableStream<unknown>> & Partial<AsyncIterable<unknown>>;

/** Returns the response that a url function has answered, or one made of its stream; `undefined` if it answered a URL. */
export function toResponse(answer: unknown): Response | undefined {
  const { status, getReader, [Symbol.asyncIterator]: iterate } = Object(answer) as Answer;
  if (status !== undefined) return answer as Response;
  if (!getReader && !iterate) return undefined;
  // Not a `new Response`: no platform takes an iterable of items there, and React Native's takes no stream.
  return { status: 200, headers: new Headers(), url: '', body: answer } as Response;
}

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
