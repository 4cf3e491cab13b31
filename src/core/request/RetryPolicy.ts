import { callSafely } from '../platform/callSafely.ts';
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
   * The longest delay of all, in milliseconds.
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
   * Whether each delay is a random part of the full one, so that many clients do not come back at the same moment.
   *
   * @default true
   */
  jitter?: boolean | undefined;
  /**
   * How many times in a row the request is sent again.
   *
   * @default Infinity
   */
  maxAttempts?: number | undefined;
  /**
   * How long a connection has to be good, in milliseconds, before the count of attempts starts again.
   *
   * @default 5000
   */
  resetAfter?: number | undefined;
  /**
   * Decides whether a failure is worth a retry. Where it answers `undefined`, the default does: the network, timeouts
   * and the statuses 408, 425, 429 and 5xx are. A clean end is not a failure; an event source comes back after it.
   *
   * @param attempt - the number of the retry that would follow, from 1.
   */
  when?: ((error: StreamError, attempt: number) => boolean | undefined) | undefined;
}

/** The smallest delay that a server can ask for by `retry:`, in milliseconds, so that `retry: 0` cannot make us hammer it. */
const smallestServerDelay = 100;

/** A retry that is waited for or under way. */
export interface Reconnection {
  /** The number of the retry, from 1. */
  readonly attempt: number;
  /** How many milliseconds are waited before it. */
  readonly delay: number;
  /** When the wait ends, as a `Date.now()` time. */
  readonly at: number;
  /** The failure behind it; none after a clean end. */
  readonly error?: StreamError | undefined;
}

/**
 * Plans the retry after an attempt.
 *
 * @param policy - `true` stands for the default one.
 * @param attempt - the number of the retry that would follow.
 * @param goodFor - for how many milliseconds the attempt had been open; negative where it never was.
 * @param error - its failure; none after a clean end.
 * @param reconnectionTime - what the stream's last `retry` field said.
 * @returns `undefined` where the policy says not to retry.
 */
export function planRetry(
  policy: boolean | RetryPolicy | undefined,
  attempt: number,
  goodFor: number,
  error: StreamError | undefined,
  reconnectionTime: number | undefined,
): Reconnection | undefined {
  if (!policy) return undefined;
  const {
    initialDelay = 1000,
    maxDelay = 30_000,
    factor = 2,
    jitter = true,
    maxAttempts = Infinity,
    resetAfter = 5000,
    when,
  } = policy as RetryPolicy;
  if (goodFor >= resetAfter) attempt = 1;
  if (attempt > maxAttempts || (error && !(callSafely(when, error, attempt) ?? isTransient(error)))) return undefined;

  const first = reconnectionTime === undefined ? initialDelay : Math.max(smallestServerDelay, reconnectionTime);
  // Nothing times infinity, after a thousand attempts without a delay, is no number.
  const full = Math.min(maxDelay, first * factor ** (attempt - 1)) || 0;
  // RFC 9110 §10.2.3: seconds or an HTTP date.
  const retryAfter = error?.headers?.get('retry-after') ?? '';
  const asked = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 0;
  const delay = Math.max(jitter ? Math.random() * full : full, Math.min(maxDelay, asked));
  return { attempt, delay, at: Date.now() + delay, error };
}

/** Tells whether a failure may well pass: of the network, a timeout, or one of these statuses. */
function isTransient({ code, status }: StreamError): boolean {
  return /^(network|timeout|stalled|408|425|429|5\d\d)$/.test(String(status ?? code));
}
