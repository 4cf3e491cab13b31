/** The longest `Retry-After` that is honoured, in milliseconds: an hour. */
const longestRetryAfter = 3_600_000;

const digits = /^\d+$/;

/** Reads how many milliseconds a response asks to wait: `Retry-After` in seconds or as an HTTP date (RFC 9110 §10.2.3). */
export function readRetryAfter(headers: Headers | undefined): number {
  const value = headers?.get('retry-after')?.trim();
  if (!value) return 0;
  const wait = digits.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  // Text that is not a date gives `NaN`.
  return Math.min(longestRetryAfter, Math.max(0, wait || 0));
}
