import type { BackPressure } from './BackPressure.ts';
import { buildHeaders } from './buildHeaders.ts';
import { isPlainObject } from './isPlainObject.ts';
import { openBody } from './openBody.ts';
import { readSafely } from '../readSafely.ts';
import type { Attempt, RequestOptions, StreamSource } from './RequestOptions.ts';
import { toResponse } from './toResponse.ts';

/** A request, including its URL. */
export interface RequestSource extends RequestOptions, BackPressure {
  url: StreamSource;
}

/** What the parts of a request that may be functions are for one attempt. */
export interface RequestParts {
  readonly url: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

/** The arguments of one call of `fetch`. */
export interface BuiltRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** What `buildRequest` adds to the parts of a request. */
export interface RequestAdditions {
  /** The `Accept` header if the request has none. */
  readonly accept: string;
  readonly lastEventId: string;
  readonly signal: AbortSignal;
}

/**
 * Calls the user's functions of a request, one after the other.
 *
 * @throws what they throw.
 */
export async function resolveParts(source: RequestSource, attempt: Attempt): Promise<RequestParts> {
  const resolve = (part: unknown): unknown => {
    // The attempt may be stopped while one of them is waited for.
    if (attempt.signal.aborted) return undefined;
    return typeof part === 'function' ? part(attempt) : part;
  };
  const url = await resolve(source.url);
  try {
    const headers = await resolve(source.headers);
    const body = await resolve(source.body);
    return { url, headers, body };
  } catch (exception) {
    cancelAnswer(url).catch(() => {});
    throw exception;
  }
}

/** Lets go of the response or the stream that a url function has answered, because nobody will read it. */
async function cancelAnswer(answer: unknown): Promise<void> {
  await openBody(toResponse(answer)?.body)?.cancel();
}

/**
 * Makes the arguments of one call of `fetch`.
 *
 * @throws a `TypeError` if the parts can never make a request.
 */
export function buildRequest(source: RequestSource, parts: RequestParts, additions: RequestAdditions): BuiltRequest {
  if (!parts.url) throw new TypeError('the url function returned no URL');
  const url = String(parts.url);
  const isJsonBody = isJson(parts.body);
  const { credentials, mode, redirect, referrer, referrerPolicy, integrity, priority } = source;
  const init = {
    credentials,
    mode,
    redirect,
    referrer,
    referrerPolicy,
    integrity,
    priority,
    // `fetch` requires it for a body that is a stream, which is sent whole before the response is read.
    duplex: 'half',
    cache: source.cache ?? 'no-store',
    method: requestMethod(source),
    headers: buildHeaders(parts.headers as RequestInit['headers'], { ...additions, isJsonBody }),
    body: isJsonBody ? JSON.stringify(parts.body) : parts.body,
  } as RequestInit;
  // Throws what `fetch` would throw, but before it is called, so that a mistake is told from a network that is down: `fetch`
  // reports both as a `TypeError`, which each browser words differently. Only a document has a base for a relative URL.
  new Request(new URL(url, 'http://localhost'), init);
  return { url, init: { ...init, signal: additions.signal } };
}

/** Returns the method of a request with these options. */
export function requestMethod({ method, body }: RequestOptions): string {
  const hasBody = body !== null && body !== undefined;
  return String(method || (hasBody ? 'POST' : 'GET')).toUpperCase();
}

/** Describes a request for an error, as far as it is known before its functions are called. */
export function describeRequest(source: RequestSource): { url: string; method: string } {
  const url = typeof source.url === 'function' ? '' : readSafely(() => String(source.url));
  return { url: url ?? '', method: requestMethod(source) };
}

/** Tells whether a body is sent as JSON: a plain object or an array, as opposed to what `fetch` takes itself. */
export function isJson(body: unknown): boolean {
  return Array.isArray(body) || isPlainObject(body);
}
