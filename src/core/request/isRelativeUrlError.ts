import { readSafely } from '../readSafely.ts';

/** Tells whether `fetch` rejected a relative URL, which only a document can resolve. Node reports it like a lost connection. */
export function isRelativeUrlError(cause: unknown): boolean {
  return readSafely(() => (cause as { cause: { code?: unknown } }).cause.code) === 'ERR_INVALID_URL';
}
