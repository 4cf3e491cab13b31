import type { StreamError, StreamErrorCode, StreamErrorDetails } from '../StreamError.ts';
import type { Run } from './RequestPlan.ts';
import type { StartRequestOptions } from './startRequest.ts';

/** The run of a shared request. */
export interface SharedRun extends Run {
  /** Starts the request again, at once. */
  restart(): void;
}

/** Another way to make the request that members share, for example one request for all tabs. */
export interface Sharing {
  /** What tells its requests from others, including those that are shared by a plain name. */
  readonly name: string;
  /**
   * Starts the request for all members in this page. It is called when the first member joins, and again after the run
   * was stopped.
   *
   * @returns `undefined` if the request is to be sent as usual.
   */
  start(request: StartRequestOptions, tools: SharingTools): SharedRun | undefined;
}

/** What a sharing makes its request with, so that it need not bring its own. */
export interface SharingTools {
  /** Sends a request as it is sent without a sharing. Returns the function that stops it. */
  send(request: StartRequestOptions): () => void;
  createError(code: StreamErrorCode, message: string, details: StreamErrorDetails): StreamError;
}

/** How a stream shares its request: with equal ones, with those of the same name, in another way, or not at all. */
export type SharingOption = boolean | string | Sharing | undefined;
