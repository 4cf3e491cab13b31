import type { ServerSentEvent } from '../ServerSentEvent.ts';

/** Turns the chunks of one body into items, which it hands to a callback as soon as they are complete. */
export interface Decoder {
  /**
   * Decodes the next chunk.
   *
   * @throws {StreamError} `event-too-large` if one unfinished item exceeds `maxEventSize`.
   */
  push(chunk: Uint8Array): void;
  /** Ends the body: an unfinished item is handed over or discarded, depending on its format. */
  end(): void;
}

/** What the decoder of a body reports. */
export interface DecoderSink {
  /** Receives each raw item, and the event if the item is one. */
  onItem(raw: unknown, event: ServerSentEvent | undefined): void;
  /** Receives each last event ID that the stream commits. */
  onLastEventId(id: string): void;
  /** Receives each reconnection time that the stream sets, in milliseconds. */
  onRetry(reconnectionTime: number): void;
  /** Receives the text of each comment. */
  onComment(comment: string): void;
}

/** The default of `maxEventSize`: 16 Mi characters. */
export const defaultMaxEventSize = 16_777_216;
