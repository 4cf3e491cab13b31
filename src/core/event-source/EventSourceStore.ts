import type { Reconnection } from '../request/RetryPolicy.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamResponse } from '../request/StreamResponse.ts';
import type { StreamStore } from '../stream/StreamStore.ts';

/** The state of an event source. */
export type EventSourceStatus = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'closed' | 'error';

/** Everything there is to know about an event source at one moment. */
export interface EventSourceSnapshot<Data> {
  readonly status: EventSourceStatus;
  /** What `accumulate` made of the items; by default the latest item. */
  readonly data: Data;
  /** Whether `data` is that of the stream or the run before, because of `keepPrevious`. */
  readonly isPrevious: boolean;
  /** The latest event that went into `data`. */
  readonly lastEvent: ServerSentEvent | undefined;
  /** The last event ID, sent when the source reconnects. Empty if there is none. */
  readonly lastEventId: string;
  /** How many events went into `data` since `open()` or `clear()`. */
  readonly count: number;
  /** The latest failure; `undefined` once the source is open. */
  readonly error: StreamError | undefined;
  /** The retry that is waited for or under way. */
  readonly reconnection: Reconnection | undefined;
  /** The latest response. */
  readonly response: StreamResponse | undefined;
}

/** What a snapshot of an event source shows besides its data. */
export type EventSourceState = Omit<EventSourceSnapshot<unknown>, 'data' | 'isPrevious' | 'count' | 'lastEvent'>;

/** A source of server-sent events. It does nothing until it is opened. */
export interface EventSourceStore<Data, Options = never> extends StreamStore<
  EventSourceSnapshot<Data>,
  Options & { url: StreamUrl }
> {
  /** Connects, with the last event ID if there is one. Does nothing while the source is connected or reconnecting. */
  open(): void;
  /** Closes the connection. The data is kept. */
  close(): void;
  /** Connects again at once, with the last event ID, even if the source is connected. */
  reconnect(): void;
  /** Clears data, count and last event. The connection and the last event ID are kept. */
  clear(): void;
}
