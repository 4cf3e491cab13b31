/** Turns the chunks of one body into items, which it hands to a callback as soon as they are whole. */
export interface Decoder {
  /**
   * Decodes the next chunk.
   *
   * @throws {StreamError} `event-too-large` when one unfinished item goes past `maxEventSize`.
   */
  push(chunk: Uint8Array): void;
  /** Ends the body: an unfinished item is handed over or discarded, as its format has it. */
  end(): void;
}
