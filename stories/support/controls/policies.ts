import type { RetryPolicy, StreamError } from 'react-streamed/core';
import { notSet } from './choices.ts';

/** Policies for `reconnect` and `retry`. */
export const policies: Readonly<Record<string, boolean | RetryPolicy | undefined>> = {
  ...notSet,
  true: true,
  false: false,
  '{ initialDelay: 1500, factor: 1, jitter: false }': { initialDelay: 1500, factor: 1, jitter: false },
  '{ initialDelay: 3000, jitter: false }': { initialDelay: 3000, jitter: false },
  '{ initialDelay: 2000, maxDelay: 8000, jitter: false }': { initialDelay: 2000, maxDelay: 8000, jitter: false },
  '{ initialDelay: 60_000, jitter: false }': { initialDelay: 60_000, maxDelay: 60_000, jitter: false },
  '{ maxAttempts: 2, resetAfter: 10_000 }': { maxAttempts: 2, resetAfter: 10_000 },
  "{ when: ({ code }) => code === 'network' }": { when: ({ code }: StreamError) => code === 'network' },
};
