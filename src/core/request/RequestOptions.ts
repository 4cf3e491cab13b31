import type { Lifecycle } from '../platform/lifecycle.ts';
import type { StreamError } from '../StreamError.ts';

/** What the functions given as `url`, `headers` and `body` are told about the request. */
export interface Attempt {
  /** 1 for the first request, 2 for the first that is sent again, and so on. */
  readonly number: number;
  /** The last event ID so far. Empty if there is none. */
  readonly lastEventId: string;
  /** Why the previous attempt failed. Undefined at the first attempt and after a clean end. */
  readonly error: StreamError | undefined;
  /** Aborted when the attempt is. Pass it on to what you await. */
  readonly signal: AbortSignal;
}

/** A value, or a function that returns it for each attempt. */
export type PerAttempt<Value> = Value | ((attempt: Attempt) => Value | Promise<Value>);

/**
 * The URL of a stream. `null`, `undefined` and the empty string turn the stream off. A function may also answer a response
 * or a stream of bytes, which are read instead.
 */
export type StreamUrl = string | URL | null | undefined | Answering<ReadableStream<Uint8Array>>;

/** The URL of a fetch stream, whose function may also answer items, one by one. They need no decoding. */
export type StreamSource = StreamUrl | Answering<ReadableStream<unknown> | AsyncIterable<unknown>>;

/** A function that answers a URL, a response or a body. */
type Answering<Body> = (attempt: Attempt) => Answer<Body> | Promise<Answer<Body>>;
type Answer<Body> = string | URL | Response | Body | null | undefined;

/** A request body: anything `fetch` takes, or a plain object or array, which is sent as JSON. */
export type StreamBody = RequestInit['body'] | object;

/**
 * Options of the request, shared by both kinds of streams. Their types come from the global `RequestInit`, because a
 * project without the DOM library does not know the names of the DOM's types. Node's `RequestInit` lacks two of them.
 */
export interface RequestOptions {
  /**
   * The request method.
   *
   * @default 'GET', or 'POST' if there is a body
   */
  method?: string | undefined;
  /** The request body, or a function that returns it for each attempt. A plain object or array is sent as JSON. */
  body?: PerAttempt<StreamBody>;
  /** Request headers, or a function that returns them for each attempt, for example with a fresh token. */
  headers?: PerAttempt<RequestInit['headers']>;
  /** As in `fetch`. */
  credentials?: RequestInit['credentials'];
  /** As in `fetch`. */
  mode?: RequestInit['mode'];
  /**
   * As in `fetch`.
   *
   * @default 'no-store'
   */
  cache?: 'default' | 'force-cache' | 'no-cache' | 'no-store' | 'only-if-cached' | 'reload' | undefined;
  /** As in `fetch`. */
  redirect?: RequestInit['redirect'];
  /** As in `fetch`. */
  referrer?: string | undefined;
  /** As in `fetch`. */
  referrerPolicy?: RequestInit['referrerPolicy'];
  /** As in `fetch`. */
  integrity?: string | undefined;
  /** As in `fetch`. */
  priority?: 'auto' | 'high' | 'low' | undefined;
  /**
   * Another `fetch`: one that adds authorization, one of another platform, or a test's.
   *
   * @default globalThis.fetch, read at each call
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Stops the stream when it aborts, as `close()` or `stop()` would. A stream whose signal has aborted does not start.
   *
   * @default none
   */
  signal?: AbortSignal | undefined;
  /**
   * How many milliseconds the response headers may take. After that the attempt fails with the code `timeout`.
   *
   * @default none
   */
  connectTimeout?: number | undefined;
  /**
   * How many milliseconds may pass between two bytes, including those of comments. After that the attempt fails with the
   * code `stalled`.
   *
   * @default none
   */
  idleTimeout?: number | undefined;
  /**
   * Tells whether the device is online, and when the user or the network returns. React Native has no page that does.
   *
   * @default the page's `navigator.onLine` and its events `online`, `visibilitychange` and `pageshow`
   */
  lifecycle?: Lifecycle | undefined;
}
