import type { RetryPolicy } from '../request/RetryPolicy.ts';

/** Returns the policy of a stream that has not received a byte. A connection without one never counts as good. */
export function retryPolicy(retry: boolean | RetryPolicy | undefined): RetryPolicy | undefined {
  if (!retry) return undefined;
  const policy = retry === true ? {} : retry;
  return { ...policy, resetAfter: Infinity };
}
