import { readSafely } from '../readSafely.ts';
import { isJson, requestMethod, type RequestSource } from './buildRequest.ts';

/** A request with the key that may stand for it. */
export type KeyedSource = RequestSource & { key?: string | number | undefined };

/** What tells one request from another: its URL, method and serialised body, as JSON. */
export function requestIdentity(source: RequestSource): string {
  return JSON.stringify([serialise(source.url ?? ''), requestMethod(source), serialise(source.body)]);
}

/** Whether text cannot stand for the URL or the body of a request, such as a function, a form or a stream. */
export function isOpaque({ url, body }: RequestSource): boolean {
  return serialise(url) === undefined || serialise(body) === undefined;
}

/** Tells whether two sources are the same stream of a component: they have the same `key`, or else the same request. */
export function isSameStream(a: KeyedSource, b: KeyedSource): boolean {
  const hasKey = (a.key ?? b.key ?? undefined) !== undefined;
  if (hasKey) return String(a.key) === String(b.key);
  const isSameUrl = serialise(a.url ?? '') === serialise(b.url ?? '');
  return isSameUrl && requestMethod(a) === requestMethod(b) && isSameBody(a.body, b.body);
}

/**
 * Compares two bodies without serialising them if they are equal: a body may hold an image of many megabytes and be written
 * inline, so that it is another object at each render.
 */
function isSameBody(a: unknown, b: unknown): boolean {
  // A circular body cannot be compared, nor sent.
  const isEqual = readSafely(() => isSameJson(a, b));
  return isEqual === true || serialise(a) === serialise(b);
}

/** Compares plain objects and arrays by their content, and anything else by identity. */
function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isJson(a) || !isJson(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a as object);
  const other = b as Record<string, unknown>;
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([name, value]) => Object.hasOwn(other, name) && isSameJson(value, other[name]))
  );
}

/** Returns the text that stands for a URL or a body; `undefined` if there is none. */
function serialise(value: unknown): string | undefined {
  // A long array of bytes would take its time at each render.
  if (typeof value === 'function' || ArrayBuffer.isView(value)) return undefined;
  const text = readSafely(() => (isJson(value) ? JSON.stringify(value) : String(value)));
  // A body that cannot be serialised fails the request, with a sentence about it. Here it must not break a render.
  return text?.startsWith('[object ') ? undefined : text;
}
