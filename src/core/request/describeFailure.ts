import { readSafely } from '../readSafely.ts';
import type { StreamError, StreamErrorCode } from '../StreamError.ts';

const transientCodes: readonly StreamErrorCode[] = ['network', 'timeout', 'stalled', 'incomplete'];
const transientStatuses: readonly number[] = [408, 425, 429];

/** Tells whether the same request may succeed later. */
export function isTransient({ code, status }: StreamError): boolean {
  if (code !== 'http' || status === undefined) return transientCodes.includes(code);
  return status >= 500 || transientStatuses.includes(status);
}

/** Tells whether `fetch` rejected a relative URL, which only a document can resolve. Node reports it like a lost connection. */
export function isRelativeUrlError(cause: unknown): boolean {
  return readSafely(() => (cause as { cause: { code?: unknown } }).cause.code) === 'ERR_INVALID_URL';
}

const queryAndFragment = /[?#].*$/s;

/** Leaves the query and the fragment of a URL out of a text, because they may hold a token and messages end up in logs. */
export function hideQuery(text: string, url: string): string {
  // The platform quotes a URL as it was given, or normalised.
  const normalised = readSafely(() => new URL(url).href) ?? url;
  return [url, normalised].reduce((hidden, part) => hidden.replaceAll(part, withoutQuery(part)), text);
}

function withoutQuery(url: string): () => string {
  const shown = url.replace(queryAndFragment, '');
  // A function, because a replacement text would be a pattern.
  return () => shown;
}
