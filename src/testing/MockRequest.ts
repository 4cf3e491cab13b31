import type { MockResponseInit } from './createMockResponse.ts';
import type { MockEvent } from './formatEvent.ts';
import type { MockSplit } from './splitBytes.ts';

/**
 * The state of a request:
 *
 * - `waiting`: not answered yet
 * - `open`: answered, and the body can be written
 * - `ended`: the body has ended
 * - `failed`: the connection failed or broke
 * - `aborted`: the client aborted the request while it waited or read the body
 * - `cancelled`: the client cancelled the body
 */
export type MockRequestState = 'waiting' | 'open' | 'ended' | 'failed' | 'aborted' | 'cancelled';

/**
 * A request that the client sent, with the methods that answer it. Each of those returns the request, so that calls can
 * be chained. As on a real server, what is written after the client has left is dropped silently.
 */
export interface MockRequest {
  /** The number of the request, from 1, in the order in which they were sent. */
  readonly number: number;
  /** The url as the caller of fetch wrote it, which may be relative. */
  readonly url: string;
  /** The method, in upper case if fetch writes it so. */
  readonly method: string;
  /** The headers, with the content type that fetch adds for the kind of body. */
  readonly headers: Headers;
  /**
   * The body as text, or `undefined` without a body. Reading a blob, a form or a stream takes time: until then it is
   * `undefined`, and `nextRequest()` waits for it.
   */
  readonly body: string | undefined;
  /** The body as bytes, available at the same time as `body`. */
  readonly bodyBytes: Uint8Array | undefined;
  /**
   * Parses the body as JSON.
   *
   * @throws {SyntaxError} if the body is missing or is not JSON.
   */
  json<Value = unknown>(): Value;
  /** The options that fetch was called with, for those that have no field here: `credentials`, `mode`, `priority` … */
  readonly init: RequestInit;
  /** The abort signal that fetch was called with. */
  readonly signal: AbortSignal | undefined;
  /** Whether the client aborted the request before it had read the whole answer. */
  readonly aborted: boolean;
  /** Whether the client cancelled the body before its end. */
  readonly cancelled: boolean;
  /** The current state of the request. */
  readonly state: MockRequestState;
  /** Resolves with the final state once the client has read the whole answer, has seen it fail, or has left. */
  readonly closed: Promise<MockRequestState>;
  /**
   * Sends the response's head, or with `body` the whole response.
   *
   * An error status without `body` ends the response by itself, unless something is written in the same turn.
   *
   * @throws {Error} if the request has already been answered.
   */
  respond(init?: MockResponseInit): MockRequest;
  /**
   * Writes one event; a string is its data. Sends the response's head first if needed.
   *
   * @throws {Error} if the response has ended or has no body.
   */
  event(event: MockEvent | string, split?: MockSplit): MockRequest;
  /** Writes text as it is. */
  text(text: string, split?: MockSplit): MockRequest;
  /** Writes a value as one line of JSON. */
  jsonLine(value: unknown, split?: MockSplit): MockRequest;
  /** Writes bytes as they are. */
  bytes(bytes: Uint8Array | readonly number[], split?: MockSplit): MockRequest;
  /** Writes a comment of an event stream, which servers send to keep a connection alive. */
  comment(text?: string, split?: MockSplit): MockRequest;
  /** Writes a `retry` field: the reconnection time in milliseconds. */
  retry(milliseconds: number, split?: MockSplit): MockRequest;
  /** Ends the response normally. Sends its head first if needed. */
  end(): MockRequest;
  /**
   * Fails the connection. Before the head, fetch rejects; after it, the body breaks once the client has read what was
   * written.
   *
   * @default error is a `TypeError` like that of a real fetch
   * @throws {Error} if the response has ended.
   */
  fail(error?: unknown): MockRequest;
  /** Breaks the connection: like `fail()` with the error of a connection that was cut. */
  drop(): MockRequest;
  /** Holds back the head and the body from now on. The connection stays open, but nothing arrives. */
  stall(): MockRequest;
  /** Ends a `stall()` and delivers what was held back. */
  resume(): MockRequest;
}
