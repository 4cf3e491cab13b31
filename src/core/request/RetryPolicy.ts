import type { StreamError } from '../StreamError.ts';

/** When and how often a failed request is sent again. */
export interface RetryPolicy {
  /**
   * The longest delay before the first retry, in milliseconds. A server's `retry:` field replaces it.
   *
   * @default 1000
   */
  initialDelay?: number | undefined;
  /**
   * The longest delay between attempts, in milliseconds. A server's `Retry-After` may exceed it.
   *
   * @default 30000
   */
  maxDelay?: number | undefined;
  /**
   * What the delay is multiplied by after each failed attempt.
   *
   * @default 2
   */
  factor?: number | undefined;
  /**
   * Whether delays are random, so that many clients do not come back at the same moment. The delay after a failure is a
   * random fraction of the full one; a `Retry-After` is spread upwards.
   *
   * @default true
   */
  jitter?: boolean | undefined;
  /**
   * How many times in a row the request is sent again. A retry that was made early, for example because the page came
   * back online, does not count.
   *
   * @default Infinity
   */
  maxAttempts?: number | undefined;
  /**
   * How long a connection must have been open, in milliseconds, before the count of attempts starts again.
   *
   * @default 5000
   */
  resetAfter?: number | undefined;
  /**
   * Decides whether a failure is worth a retry. If it returns `undefined`, the default decides: retry if the network or a
   * function of yours failed, after a timeout, and for the statuses 408, 425, 429 and 5xx. A clean end is not a failure;
   * an event source always reconnects after it.
   *
   * @param attempt - the number of the retry that would follow, from 1.
   */
  when?: ((error: StreamError, attempt: number) => boolean | undefined) | undefined;
}

/** A retry that is waited for or under way. */
export interface Reconnection {
  /** The number of the retry, from 1. */
  readonly attempt: number;
  /** The delay before it, in milliseconds. */
  readonly delay: number;
  /** When the wait ends, as a `Date.now()` time. */
  readonly at: number;
  /** The failure behind it. Undefined after a clean end. */
  readonly error?: StreamError | undefined;
}
