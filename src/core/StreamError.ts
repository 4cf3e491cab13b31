/**
 * What went wrong:
 *
 * - `http`: the server answered with a status that the stream does not accept
 * - `content-type`: the answer is not of the media type that the stream reads
 * - `network`: no answer came, or the connection broke
 * - `timeout`: no response headers came within `connectTimeout`
 * - `stalled`: no byte came within `idleTimeout`
 * - `event-too-large`: one event or line went past `maxEventSize`
 * - `parse`: an item could not be parsed or validated
 * - `request`: the request or the options cannot be used as they are; nothing was sent
 * - `upstream`: the stream itself said that it failed (option `fail`)
 */
export type StreamErrorCode =
  | 'http'
  | 'content-type'
  | 'network'
  | 'timeout'
  | 'stalled'
  | 'event-too-large'
  | 'parse'
  | 'request'
  | 'upstream';

/** What a `StreamError` knows beside its code and message. */
export interface StreamErrorDetails {
  /** The url of the request; empty where there is none, as for a bare parser. */
  url?: string;
  /** The method of the request. */
  method?: string;
  /** The number of the attempt, from 1. */
  attempt?: number;
  /** The error or value behind this one. */
  cause?: unknown;
  /** The response's status; with the codes `http` and `content-type`. */
  status?: number;
  /** The response's headers; with the codes `http` and `content-type`. */
  headers?: Headers;
  /** The response's text, at most 65,536 characters; with the codes `http` and `content-type`. */
  body?: string;
}

/** Every failure of a stream. Tell them apart by `code`: browsers word their messages differently. */
export class StreamError extends Error {
  override readonly name = 'StreamError';
  readonly code: StreamErrorCode;
  declare readonly url: string;
  declare readonly method: string;
  declare readonly attempt: number;
  declare readonly status: number | undefined;
  declare readonly headers: Headers | undefined;
  declare readonly body: string | undefined;

  constructor(code: StreamErrorCode, message: string, details: StreamErrorDetails = {}) {
    super(message);
    this.code = code;
    Object.assign(this, { url: '', method: 'GET', attempt: 1, ...details });
  }
}

/** Says what went wrong, as far as a value that was thrown or given for a failure does. */
export function messageOf(value: unknown): string {
  const { message = typeof value === 'object' ? '`cause` says what' : value } = Object(value) as { message?: unknown };
  return String(message);
}

/** Tells whether `value` is a `StreamError`, one of another copy of this package included. */
export function isStreamError(value: unknown): value is StreamError {
  return value instanceof Error && value.name === 'StreamError';
}
