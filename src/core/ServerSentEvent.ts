/** One event of an event stream, as the HTML Standard dispatches it (§9.2.6). */
export interface ServerSentEvent {
  /** The event type. `message` if the stream does not name one. */
  readonly type: string;
  /** The data lines joined by a line feed. */
  readonly data: string;
  /** The last event ID when this event was dispatched. It persists over events without an `id` field. */
  readonly lastEventId: string;
}
