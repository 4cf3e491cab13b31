import type { MockResponseInit } from './createMockResponse.ts';
import type { MockEvent } from './formatEvent.ts';
import type { MockSplit } from './splitBytes.ts';

/**
 * Where a request stands:
 *
 * - `waiting`: not answered yet
 * - `open`: answered; the body can be written
 * - `ended`: the body has ended
 * - `failed`: the connection failed or broke
 * - `aborted`: the client aborted the request or the reading of its body
 * - `cancelled`: the client cancelled the body
 */
export type MockRequestState = 'waiting' | 'open' | 'ended' | 'failed' | 'aborted' | 'cancelled';

/**
 * A request that the client sent, and the means to answer it. Each method that answers returns the request, so that
 * calls chain. What is written after the client has gone is dropped in silence, as on a real server.
 */
export interface MockRequest {
  /** The number of the request, from 1, in the order they were sent. */
  readonly number: number;
  /** The url as the client's code wrote it, relative where it was. */
  readonly url: string;
  /** The method, in upper case where fetch makes it so. */
  readonly method: string;
  /** The headers, with the content type that fetch adds for the kind of body. */
  readonly headers: Headers;
  /**
   * The body as text; `undefined` without a body. A blob, a form or a stream takes time to read: until then it is
   * `undefined`, and `nextRequest()` waits for it.
   */
  readonly body: string | undefined;
  /** The body as bytes, as `body`. */
  readonly bodyBytes: Uint8Array | undefined;
  /**
   * The body parsed as JSON.
   *
   * @throws {SyntaxError} where it is not JSON, or there is none.
   */
  json<Value = unknown>(): Value;
  /** The options that fetch was called with, for what is not named here: `credentials`, `mode`, `priority` and so on. */
  readonly init: RequestInit;
  /** The abort signal that fetch was called with. */
  readonly signal: AbortSignal | undefined;
  /** Whether the client aborted the request before its answer was read to the end. */
  readonly aborted: boolean;
  /** Whether the client cancelled the body before its end. */
  readonly cancelled: boolean;
  /** Where the request stands. */
  readonly state: MockRequestState;
  /** Resolves with the last state once the client has read the answer to its end, seen it fail, or gone. */
  readonly closed: Promise<MockRequestState>;
  /**
   * Sends the response's head, and with `body` the whole response.
   *
   * An error status without `body` ends by itself, unless something is written in the same turn.
   *
   * @throws {Error} where the request has been answered.
   */
  respond(init?: MockResponseInit): MockRequest;
  /**
   * Writes one event; a string is its data. Answers the request first where that has not been done.
   *
   * @throws {Error} where the response has ended or has no body.
   */
  event(event: MockEvent | string, split?: MockSplit): MockRequest;
  /** Writes text as it is. */
  text(text: string, split?: MockSplit): MockRequest;
  /** Writes a value as one line of JSON. */
  jsonLine(value: unknown, split?: MockSplit): MockRequest;
  /** Writes bytes as they are. */
  bytes(bytes: Uint8Array | readonly number[], split?: MockSplit): MockRequest;
  /** Writes a comment of an event stream, as servers do to keep a connection alive. */
  comment(text?: string, split?: MockSplit): MockRequest;
  /** Writes a `retry` field: the reconnection time in milliseconds. */
  retry(milliseconds: number, split?: MockSplit): MockRequest;
  /** Ends the response well. Answers the request first where that has not been done. */
  end(): MockRequest;
  /**
   * Fails the connection: fetch rejects before the head, and the body breaks after it, once the client has read what was
   * written.
   *
   * @default error is a `TypeError`, as of a real fetch
   */
  fail(error?: unknown): MockRequest;
  /** Breaks the connection: `fail()` with the error of a connection that was cut. */
  drop(): MockRequest;
  /** Holds back the head and the body from now on. The connection stays open and nothing comes. */
  stall(): MockRequest;
  /** Goes on after `stall()` with what was held back. */
  resume(): MockRequest;
}
