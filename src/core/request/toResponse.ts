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
