import { errorManualUrl } from './errorManualUrl.ts';
import { readSafely } from './readSafely.ts';

/**
 * What went wrong:
 *
 * - `http`: the server answered with a status that the stream does not accept
 * - `content-type`: the response is not of the media type that the stream reads
 * - `network`: there was no response, or the connection broke
 * - `timeout`: the response headers did not arrive within `connectTimeout`
 * - `stalled`: no byte arrived within `idleTimeout`
 * - `event-too-large`: one event or line exceeded `maxEventSize`, or the text the longest string of the engine
 * - `parse`: an item could not be parsed or validated
 * - `request`: the request could not be made; nothing was sent
 * - `upstream`: the stream itself reported a failure (option `fail`)
 * - `incomplete`: the response ended before its end mark (option `requireUntil`)
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
  | 'upstream'
  | 'incomplete';

/** What a `StreamError` knows besides its code and message. */
export interface StreamErrorDetails {
  /** The URL of the request. Empty if there is none, as for a bare parser. */
  url?: string | undefined;
  /** The method of the request. */
  method?: string | undefined;
  /** The number of the attempt, from 1. */
  attempt?: number | undefined;
  /** The error or value behind this one. */
  cause?: unknown;
  /** The response's status, for the codes `http` and `content-type`. */
  status?: number | undefined;
  /** The response's headers, for the codes `http` and `content-type`. */
  headers?: Headers | undefined;
  /** The response's text, at most 65,536 characters, for the codes `http` and `content-type`. */
  body?: string | undefined;
}

/** Every failure of a stream. Tell failures apart by `code`: browsers word their messages differently. */
export class StreamError extends Error {
  override readonly name = 'StreamError';
  declare readonly code: StreamErrorCode;
  /** The URL of the request, query included. Messages leave the query out, because it may hold a token. */
  declare readonly url: string;
  declare readonly method: string;
  declare readonly attempt: number;
  declare readonly status: number | undefined;
  declare readonly headers: Headers | undefined;
  declare readonly body: string | undefined;

  /** @param message - one sentence. The address of the code's page in the manual is appended to it. */
  constructor(code: StreamErrorCode, message: string, details: StreamErrorDetails = {}) {
    const page = `See ${errorManualUrl(code)}`;
    // The message of an error that is copied names the page already.
    super(message.endsWith(page) ? message : `${message} ${page}`, { cause: details.cause });
    this.code = code;
    this.url = details.url ?? '';
    this.method = details.method ?? 'GET';
    this.attempt = details.attempt ?? 1;
    this.status = details.status;
    this.headers = details.headers;
    this.body = details.body;
  }
}

/** Copies an error and adds details, because a decoder knows nothing of the request that it reads. */
export function withDetails(error: StreamError, details: StreamErrorDetails): StreamError {
  return new StreamError(error.code, error.message, { cause: error.cause, ...details });
}

/** Describes a value that was thrown, or given as the reason for a failure. It never throws. */
export function messageOf(value: unknown): string {
  const text = readSafely(() => {
    if (typeof value !== 'object' || value === null) return String(value);
    const { message } = value as { message?: unknown };
    return message === undefined ? undefined : String(message);
  });
  return text ?? 'see `cause`';
}

/** Tells whether `value` is a `StreamError`, including one from another copy of this package. */
export function isStreamError(value: unknown): value is StreamError {
  return readSafely(() => value instanceof Error && value.name === 'StreamError') ?? false;
}
