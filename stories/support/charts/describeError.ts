import type { StreamError } from 'react-streamed/core';

/** Says in a few words what failed, and what follows. */
export function describeError(
  { code, status }: StreamError,
  { willReconnect, delay = 0 }: { willReconnect: boolean; delay: number | undefined },
): string {
  const what = status === undefined ? code : `${code} ${status}`;
  return `${what}: ${willReconnect ? `reconnecting in ${(delay / 1000).toFixed(1)} s` : 'the source has failed'}`;
}
