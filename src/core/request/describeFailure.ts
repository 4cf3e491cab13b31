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
  try {
    return (cause as { cause: { code?: unknown } }).cause.code === 'ERR_INVALID_URL';
  } catch {
    // It has no such cause, or cannot be read at all.
    return false;
  }
}

/** Leaves the query and the fragment out of a URL, because they may hold a token and messages end up in logs. */
export function withoutQuery(url: string): string {
  return url.replace(queryAndFragment, '');
}

/** Leaves them out of a text that quotes the URL, such as the message of the platform's own error. */
export function hideQuery(text: string, url: string): string {
  return url ? text.replaceAll(url, withoutQuery(url)) : text;
}

const queryAndFragment = /[?#].*$/s;
