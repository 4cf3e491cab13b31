import type { Attempt, PerAttempt, RequestOptions, StreamUrl } from './RequestOptions.ts';

/** The arguments of one call of `fetch`. */
export interface BuiltRequest {
  url: string;
  init: RequestInit;
}

const fetchOptions = [
  'credentials',
  'mode',
  'cache',
  'redirect',
  'referrer',
  'referrerPolicy',
  'integrity',
  'priority',
] as const;

/** Makes the request of one attempt. What it throws is a user's mistake or exception. */
export async function buildRequest(
  url: StreamUrl,
  options: RequestOptions,
  attempt: Attempt,
  accept: string,
): Promise<BuiltRequest> {
  const target = String((await resolve(url, attempt)) ?? '');
  if (!target) throw new Error('the url function gave no url; pass null in its place to turn the stream off');
  const headers = new Headers(await resolve(options.headers, attempt));
  if (!headers.has('accept')) headers.set('accept', accept);
  if (attempt.lastEventId) headers.set('last-event-id', toByteString(attempt.lastEventId));

  let body = await resolve(options.body, attempt);
  if (isJson(body)) {
    body = JSON.stringify(body);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  const init: RequestInit & { duplex?: 'half' } = { method: requestMethod(options), headers, cache: 'no-store' };
  for (const name of fetchOptions) if (options[name] !== undefined) Object.assign(init, { [name]: options[name] });
  if (body !== null && body !== undefined) init.body = body as BodyInit;
  const { getReader, locked } = Object(body) as Partial<ReadableStream>;
  if (locked) throw new Error('its body is a stream that was sent before; pass a function that makes a new one');
  // What `fetch` asks for with a body that is a stream: it is sent whole before the response is read.
  if (getReader) init.duplex = 'half';
  // Throws what `fetch` would, but before it, so that a mistake is told from a network that is down: `fetch` answers both
  // with a `TypeError`, which each browser words in its own way. The base serves a relative url where there is no document.
  new Request(new URL(target, globalThis.document?.baseURI ?? globalThis.location?.href ?? 'http://localhost'), init);
  return { url: target, init: { ...init, signal: attempt.signal } };
}

/** The method that a request with these options has. */
export function requestMethod({ method, body }: RequestOptions): string {
  return method ? method.toUpperCase() : body === undefined || body === null ? 'GET' : 'POST';
}

/** Describes a request for an error, as far as it is known before its functions are called. */
export function describeRequest(url: StreamUrl, options: RequestOptions): { url: string; method: string } {
  return { url: typeof url === 'function' ? '' : String(url), method: requestMethod(options) };
}

/** Tells whether a url turns its stream off. */
export function isOff(url: StreamUrl): boolean {
  return url === null || url === undefined || url === '';
}

/** Tells whether a body is sent as JSON: a plain object or an array, as opposed to what `fetch` takes itself. */
export function isJson(body: unknown): body is object {
  if (typeof body !== 'object' || body === null) return false;
  const prototype: unknown = Object.getPrototypeOf(body);
  return Array.isArray(body) || prototype === Object.prototype || prototype === null;
}

async function resolve<Value>(value: PerAttempt<Value>, attempt: Attempt): Promise<Value> {
  return typeof value === 'function' ? (value as (attempt: Attempt) => Value | Promise<Value>)(attempt) : value;
}

// [spec] "Let lastEventIDValue be the EventSource object's last event ID string, encoded as UTF-8." A header's value is
// a string with one character for each byte.
function toByteString(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
