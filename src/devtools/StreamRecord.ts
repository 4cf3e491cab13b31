import type { EventSourceOptions } from '../core/event-source/EventSourceOptions.ts';
import type { StreamError } from '../core/StreamError.ts';

/** When something began and ended, as `performance.now()` times. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a record says about the stream that it belongs to. */
interface OfStream extends Span {
  /** The URL as far as it is known. Empty if a function returns it and has not been called. */
  readonly url: string;
  readonly method: string;
  /** The option `key` of the stream. */
  readonly key: string | number | undefined;
}

interface OfAttempt extends OfStream {
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** A request is sent. Its start is its end. */
export interface SentRecord extends OfAttempt {
  readonly type: 'sent';
  /** The last event ID so far. Empty if there is none. */
  readonly lastEventId: string;
}

/** The response of an attempt is accepted. The span is the wait for it. */
export interface ResponseRecord extends OfAttempt {
  readonly type: 'response';
  readonly status: number;
}

/** An attempt has ended. The span begins with its response, or without one when it was sent. */
export interface EndRecord extends OfAttempt {
  readonly type: 'end';
  /**
   * How it ended: the response was complete, the attempt failed for good, a retry follows, or the client closed the
   * stream. A client closes it by hand, at unmount, and if an item ends it.
   */
  readonly outcome: 'complete' | 'failed' | 'retry' | 'closed';
  /** The status of the response that was accepted. */
  readonly status: number | undefined;
  /** The failure, if there was one. */
  readonly error: StreamError | undefined;
  /** The planned delay of the retry, in milliseconds. */
  readonly delay: number | undefined;
  /** When the attempt was sent. */
  readonly sentAt: number;
  /** When its first item arrived. */
  readonly firstItemAt: number | undefined;
  /** How many items arrived. */
  readonly items: number;
}

/** A wait for a retry is over. */
export interface WaitRecord extends OfAttempt {
  readonly type: 'wait';
  /** Whether another attempt follows, or the client closed the stream meanwhile. */
  readonly outcome: 'retry' | 'closed';
  /** The planned delay, in milliseconds. The wait may have been cut short, or held up while the device was offline. */
  readonly delay: number;
}

/** A stream has published a snapshot with new items. The span begins when the first of them arrived. */
export interface SnapshotRecord extends OfStream {
  readonly type: 'snapshot';
  /** How many items are new. */
  readonly items: number;
}

/** React has committed new items. The span begins when they were published. */
export interface CommitRecord extends OfStream {
  readonly type: 'commit';
  /** How many items are new since the commit before. */
  readonly items: number;
  /** The option `share` of the stream. */
  readonly share: EventSourceOptions['share'];
}

/** A typewriter has shown text, or more has arrived. The span begins at its record before. */
export interface TypingRecord extends Span {
  readonly type: 'typing';
  /** How long the text that was due next had been waiting, in milliseconds. */
  readonly lag: number;
  /** How many characters are still hidden. */
  readonly waiting: number;
}

/** Something that a stream or a typewriter did. */
export type StreamRecord =
  | SentRecord
  | ResponseRecord
  | EndRecord
  | WaitRecord
  | SnapshotRecord
  | CommitRecord
  | TypingRecord;

/** Receives each record. */
export type Emit = (record: StreamRecord) => void;
