const encoder = new TextEncoder();

/**
 * Makes the body of a response from what a generator yields. If the client leaves, the generator ends at its next
 * `yield`. If the generator throws, the connection breaks.
 */
export function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
