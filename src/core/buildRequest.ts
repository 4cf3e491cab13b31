import type { Attempt, PerAttempt, RequestOptions, StreamUrl } from './RequestOptions.ts';
import { StreamError } from './StreamError.ts';

/** The arguments of one call of `fetch`. */
export interface BuiltRequest {
  url: string;
  init: RequestInit & { method: string; headers: Headers };
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
  if (!target) throw new Error('the url function gave no url. Return one, or pass null as the url to turn it off');
  const headers = new Headers(await resolve(options.headers, attempt));
  if (!headers.has('accept')) headers.set('accept', accept);
  if (attempt.lastEventId) headers.set('last-event-id', toByteString(attempt.lastEventId));

  let body = await resolve(options.body, attempt);
  if (isJson(body)) {
    body = JSON.stringify(body);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  const method = requestMethod(options);
  const init: BuiltRequest['init'] = { method, headers, signal: attempt.signal, cache: 'no-store' };
  for (const name of fetchOptions) if (options[name] !== undefined) Object.assign(init, { [name]: options[name] });
  if (body !== null && body !== undefined) {
    init.body = body as BodyInit;
    const { getReader, locked } = body as Partial<ReadableStream>;
    if (getReader) {
      if (locked) throw new Error('the body is a stream that was sent before. Pass a function that makes a new one');
      // A body that is a stream needs it: it is sent whole before the response is read.
      Object.assign(init, { duplex: 'half' });
    }
  }
  // Throws what `fetch` would, but before it, so that a mistake is told from a network that is down: `fetch` answers both
  // with a `TypeError`, which each browser words in its own way. The base serves a relative url where there is no document.
  const {
    signal: _,
    duplex: __,
    ...checked
  } = { ...init, ...(init.body !== undefined && { body: '' }) } as RequestInit & { duplex?: string };
  new Request(new URL(target, globalThis.location?.href ?? 'http://localhost'), checked);
  return { url: target, init };
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

/** Makes a `StreamError` with the code `request` of an exception that occurred before anything was sent. */
export function toRequestError(cause: unknown, details: { url: string; method: string; attempt: number }): StreamError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StreamError('request', `The request cannot be sent: ${reason}.`, { ...details, cause });
}

async function resolve<Value>(value: PerAttempt<Value>, attempt: Attempt): Promise<Value> {
  return typeof value === 'function' ? (value as (attempt: Attempt) => Value | Promise<Value>)(attempt) : value;
}

// [spec] "Let lastEventIDValue be the EventSource object's last event ID string, encoded as UTF-8." A header's value is
// a string with one character for each byte.
function toByteString(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
