import { isJson, requestMethod, type RequestSource } from './buildRequest.ts';
import { callSafely } from './callSafely.ts';

/** What a platform's object without a text of its own is as a text. */
const opaque = '[object ';

/** What tells one stream of a component from another: its `key`, or else its request. */
export function streamIdentity(source: RequestSource & { key?: string | number | undefined }): string {
  return String(source.key ?? requestIdentity(source));
}

/** What tells one request from another: its url, method and serialised body. */
export function requestIdentity(source: RequestSource): string {
  return JSON.stringify([serialise(source.url), requestMethod(source), serialise(source.body)]);
}

/** Tells whether text cannot stand for the url or body: a function, a form, a stream. All of these have one identity. */
export function isOpaque({ url, body }: RequestSource): boolean {
  return [url, body].some((value) => serialise(value).startsWith(opaque));
}

function serialise(value: unknown): string {
  if (typeof value === 'function') return opaque;
  // A body that cannot be serialised fails the request, with a sentence about it. Here it must not break a render.
  return isJson(value) ? (callSafely(JSON.stringify, value) ?? opaque) : String(value);
}
