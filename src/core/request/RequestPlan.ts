import type { Decoder, DecoderSink } from '../decode/Decoder.ts';
import type { StreamError, StreamErrorDetails } from '../StreamError.ts';
import type { RequestSource } from './buildRequest.ts';
import type { Reconnection, RetryPolicy } from './RetryPolicy.ts';
import type { StreamResponse } from './StreamResponse.ts';
import type { AttemptOutcome } from './sendAttempt.ts';

/** What a stream makes of a response before its body is read: it is read, it ends the stream well, or it is a failure. */
export type Verdict = 'read' | 'no-content' | 'http' | 'content-type';

/** How a request is made and judged. */
export interface RequestPlan {
  /** Returns the request with its latest options. */
  source(): RequestSource;
  /** The `Accept` header if `headers` has none. */
  readonly accept: string;
  /** Returns the last event ID so far. */
  lastEventId(): string;
  judge(response: Response): Verdict;
  /** Creates the decoder of one body. What it throws fails the attempt. */
  createDecoder(sink: DecoderSink): Decoder;
  /** Returns whether a body that has ended now is complete. */
  isComplete(): boolean;
  /** Returns the policy to follow now that an attempt has ended. */
  policy(outcome: AttemptOutcome): boolean | RetryPolicy | undefined;
}

/** What a request reports to the stream that it is for. */
export interface RequestListener
  extends Pick<DecoderSink, 'onItem'>, Partial<Pick<DecoderSink, 'onLastEventId' | 'onComment'>> {
  /** A first attempt of a shared request begins, in this page or in another one. */
  onConnecting?(): void;
  /** A good response has arrived. `details` describe the request, for errors. */
  onResponse(response: StreamResponse, details: StreamErrorDetails): void;
  /** A response has arrived that delivers the items before it again, from the first. */
  onReplay?(details: StreamErrorDetails): void;
  /** A response has arrived that continues the one before. */
  onContinue?(details: StreamErrorDetails): void;
  /** A chunk of bytes has arrived; its items follow. */
  onChunk?(chunk: Uint8Array): void;
  /** A retry will follow. */
  onRetry(reconnection: Reconnection): void;
  /** The request has ended, with the failure if there was one. */
  onEnd(reason: 'end' | 'no-content' | 'error', error?: StreamError): void;
}

/** What a stream remembers from one request to the next. */
export interface StreamMemory {
  /** The reconnection time that the stream has set, in milliseconds. */
  reconnectionTime?: number;
}

/** One run of a stream, from a start to its end. */
export interface Run {
  /** Ends the request, or the part in a shared one. */
  stop(): void;
}
