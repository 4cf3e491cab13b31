import type { FetchStreamOverrides } from './FetchStreamOptions.ts';
import type { Progress } from './measureProgress.ts';
import type { Reconnection } from '../request/RetryPolicy.ts';
import type { StreamSource } from '../request/RequestOptions.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamResponse } from '../request/StreamResponse.ts';
import type { StreamStore } from '../stream/StreamStore.ts';

/** The state of a fetch stream. */
export type FetchStreamStatus = 'idle' | 'connecting' | 'streaming' | 'done' | 'stopped' | 'error';

/** Everything there is to know about a fetch stream at one moment. */
export interface FetchStreamSnapshot<Data> {
  readonly status: FetchStreamStatus;
  /** What `accumulate` made of the items: by default the text so far, or the list of items for any format but text. */
  readonly data: Data;
  /** Whether `data` is that of the stream or the run before, because of `keepPrevious`. */
  readonly isPrevious: boolean;
  /** How many items went into `data`. */
  readonly count: number;
  /** Why the stream failed. */
  readonly error: StreamError | undefined;
  /** Whether it is connecting or streaming. */
  readonly isStreaming: boolean;
  /** The retry that is waited for or under way. With `resume`, the status stays `streaming` meanwhile. */
  readonly reconnection: Reconnection | undefined;
  /** How much of the body has arrived. */
  readonly progress: Progress;
  /** The response, once its headers have come. With `resume` it is the first one of the answer. */
  readonly response: StreamResponse | undefined;
}

/** How one run of a fetch stream ended. */
export interface FetchStreamResult<Data> {
  readonly status: FetchStreamStatus;
  readonly data: Data;
  readonly error: StreamError | undefined;
}

/** A stream of one response. It does nothing until it is started. */
export interface FetchStreamStore<Data, Options = never> extends StreamStore<
  FetchStreamSnapshot<Data>,
  Options & { url: StreamSource }
> {
  /**
   * Sends the request, with empty data, and stops the previous run.
   *
   * @returns a promise of how this run ends. It never rejects. If nothing can be sent, because there is no URL or the
   *   component is gone, the status is `stopped` and the data is empty.
   */
  start(overrides?: FetchStreamOverrides): Promise<FetchStreamResult<Data>>;
  /** Aborts the request. The data received before is kept. */
  stop(): void;
  /** Aborts the request and clears the data. */
  reset(): void;
}
