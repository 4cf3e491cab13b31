import type { StreamError, StreamErrorCode } from '../StreamError.ts';

const transientCodes: readonly StreamErrorCode[] = ['network', 'timeout', 'stalled', 'incomplete'];
const transientStatuses: readonly number[] = [408, 425, 429];

/** Tells whether the same request may succeed later. */
export function isTransient({ code, status = 0 }: StreamError): boolean {
  if (code !== 'http') return transientCodes.includes(code);
  return status >= 500 || transientStatuses.includes(status);
}
