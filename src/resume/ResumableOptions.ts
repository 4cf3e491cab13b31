import type { RequestOptions } from '../core/request/RequestOptions.ts';
import type { RetryPolicy } from '../core/request/RetryPolicy.ts';
import type { StreamResponse } from '../core/request/StreamResponse.ts';

/** How much of an answer has been received. Only whole items count: half an event, line or character is thrown away. */
export interface AnswerPosition {
  /** What the server calls the answer. */
  readonly id: string;
  /** The last event ID. Empty if there is none, and after a reload. */
  readonly lastEventId: string;
  /** How many items have been received, before `select`. 0 after a reload. */
  readonly items: number;
  /** The offset after the last item, in bytes of the decoded body. 0 after a reload. */
  readonly loaded: number;
}

/** A request for the rest of an answer. Nothing else of the first request is sent, neither its headers nor its body. */
export interface ResumeRequest {
  readonly url: string | URL;
  /**
   * The request method.
   *
   * @default 'GET'
   */
  readonly method?: string | undefined;
  /** The request headers, or a function that returns them for each attempt, for example with a fresh token. */
  readonly headers?: RequestOptions['headers'];
}

/** A request that stops an answer. */
export interface CancelRequest {
  readonly url: string | URL;
  /**
   * The request method.
   *
   * @default 'DELETE'
   */
  readonly method?: string | undefined;
  readonly headers?: RequestInit['headers'];
}

/** Keeps the id of an answer during a reload: `sessionStorage`, `localStorage`, or an object like them. */
export interface ResumeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Options of `resumable`. */
export interface ResumableOptions<Item = unknown> {
  /**
   * Returns what the server calls the answer. It is called with the response, and then with each item, until it returns an
   * id. An answer without an id is not resumed.
   *
   * @param item - the parsed item. Undefined in the first call.
   */
  id: (response: StreamResponse, item: Item | undefined) => string | null | undefined;
  /** Returns the request for the rest of the answer. It is called for each attempt. */
  request: (position: AnswerPosition) => string | URL | ResumeRequest;
  /**
   * What the server sends: `'position'`, what follows the position; `'start'`, the whole answer again. What was received
   * before is then shown until the new data is as long, and is not called back again.
   *
   * @default 'position'
   */
  from?: 'position' | 'start' | undefined;
  /**
   * Returns the request that stops the answer at the server. `stop()`, `reset()` and a new `start()` send it once.
   * Unmounting and leaving the page do not.
   *
   * @default none
   */
  cancel?: ((answer: { readonly id: string }) => string | URL | CancelRequest | undefined) | undefined;
  /**
   * Keeps the id until the answer ends, so that it continues after a reload. The stream needs a `key`.
   *
   * @default none
   */
  storage?: ResumeStorage | undefined;
  /**
   * When and how often the rest is requested. Attempts count only while nothing new is received, so `resetAfter` is
   * ignored.
   *
   * @default { maxAttempts: 5 }
   */
  retry?: RetryPolicy | undefined;
}
