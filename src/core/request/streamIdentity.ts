import { isJson, requestMethod, type RequestSource } from './buildRequest.ts';

/** What tells one stream of a component from another: its `key`, or else its request. */
export function streamIdentity(source: RequestSource & { key?: string | number | undefined }): string {
  return String(source.key ?? requestIdentity(source));
}

/** What tells one request from another: its url, method and serialised body, as JSON. */
export function requestIdentity(source: RequestSource): string {
  return JSON.stringify([serialise(source.url ?? ''), requestMethod(source), serialise(source.body)]);
}

/** Whether text does not stand for the url or the body of a request: a function, a form, a stream. These are all alike. */
export const isOpaque: RegExp = /^\[null|null]$/;

function serialise(value: unknown): string | undefined {
  try {
    if (isJson(value)) return JSON.stringify(value);
  } catch {
    // A body that cannot be serialised fails the request, with a sentence about it. Here it must not break a render.
    return undefined;
  }
  // A long array of bytes would take its time at each render.
  if (typeof value === 'function' || ArrayBuffer.isView(value)) return undefined;
  const text = String(value);
  return text.startsWith('[object ') ? undefined : text;
}
