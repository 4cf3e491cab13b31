import { isJson, requestMethod } from './buildRequest.ts';
import type { RequestOptions, StreamUrl } from './RequestOptions.ts';

/** What tells one stream of a component from another: its `key`, or else its request. */
export function streamIdentity(
  url: StreamUrl,
  options: RequestOptions & { key?: string | number | undefined },
): string {
  return options.key === undefined ? requestIdentity(url, options) : String(options.key);
}

/** What tells one request from another: its url, method and serialised body. */
export function requestIdentity(url: StreamUrl, options: RequestOptions): string {
  const target = typeof url === 'function' ? 0 : String(url ?? '');
  return JSON.stringify([target, requestMethod(options), serialise(options.body)]);
}

/** Serialises a body. Those that text cannot stand for (functions, forms, streams) all count as the same. */
function serialise(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  try {
    return isJson(body) ? JSON.stringify(body) : typeof body;
  } catch {
    // A body that cannot be serialised fails the request, with a sentence about it. Here it must not break a render.
    return undefined;
  }
}
