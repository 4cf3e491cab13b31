import type { Attempt, RequestOptions, StreamUrl } from './RequestOptions.ts';

/** A request, where it goes included. */
export interface RequestSource extends RequestOptions {
  url: StreamUrl;
}

/** Makes the arguments of one call of `fetch`. What it throws is a user's mistake or exception. */
export async function buildRequest(
  source: RequestSource,
  attempt: Attempt,
  accept: string,
): Promise<[url: string, init: RequestInit]> {
  const resolve = (value: unknown): unknown => (typeof value === 'function' ? value(attempt) : value);
  const url = await resolve(source.url);
  if (!url) throw new Error('the url function gave no url');

  const headers = new Headers((await resolve(source.headers)) as RequestInit['headers']);
  if (!headers.has('accept')) headers.set('accept', accept);
  // [spec] "Let lastEventIDValue be the EventSource object's last event ID string, encoded as UTF-8." A header's value
  // is a string with one character for each byte.
  const lastEventId = String.fromCharCode(...new TextEncoder().encode(attempt.lastEventId));
  if (lastEventId) headers.set('last-event-id', lastEventId);

  let body = await resolve(source.body);
  if (isJson(body)) {
    body = JSON.stringify(body);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  const { credentials, mode, redirect, referrer, referrerPolicy, integrity, priority } = source;
  const init = {
    credentials,
    mode,
    redirect,
    referrer,
    referrerPolicy,
    integrity,
    priority,
    // What `fetch` asks for with a body that is a stream: it is sent whole before the response is read.
    duplex: 'half',
    cache: source.cache ?? 'no-store',
    method: requestMethod(source),
    headers,
    body,
  } as RequestInit;
  // Throws what `fetch` would, but before it, so that a mistake is told from a network that is down: `fetch` answers both
  // with a `TypeError`, which each browser words in its own way. The base is for a relative url, which is fine in a document.
  new Request(new URL(url as string, 'http://localhost'), init);
  return [String(url), { ...init, signal: attempt.signal }];
}

/** The method that a request with these options has. */
export function requestMethod({ method, body }: RequestOptions): string {
  return (method || (body == null ? 'GET' : 'POST')).toUpperCase();
}

/** Describes a request for an error, as far as it is known before its functions are called. */
export function describeRequest(source: RequestSource): { url: string; method: string } {
  return { url: typeof source.url === 'function' ? '' : String(source.url), method: requestMethod(source) };
}

/** Tells whether a body is sent as JSON: a plain object or an array, as opposed to what `fetch` takes itself. */
export function isJson(body: unknown): boolean {
  return (
    Array.isArray(body) || (Object(body) === body && [null, Object.prototype].includes(Object.getPrototypeOf(body)))
  );
}
