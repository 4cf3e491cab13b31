import { callSafely } from './callSafely.ts';
import { longestDelay } from './createDeadline.ts';
import type { StreamError } from './StreamError.ts';

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

/** Gives the policy that an option means: `true` the default one, `false` or nothing none. */
export function resolveRetryPolicy(option: boolean | RetryPolicy | undefined): RetryPolicy | undefined {
  return option === true ? {} : option || undefined;
}

/** Tells whether retry number `attempt` follows a failure, or a clean end where there is no error. */
export function mayRetry(policy: RetryPolicy, error: StreamError | undefined, attempt: number): boolean {
  if (attempt > (policy.maxAttempts ?? Infinity)) return false;
  if (!error) return true;
  return callSafely(policy.when, error, attempt) ?? isTransient(error);
}

function isTransient({ code, status = 0 }: StreamError): boolean {
  if (code === 'http') return status >= 500 || status === 408 || status === 425 || status === 429;
  return code === 'network' || code === 'timeout' || code === 'stalled';
}

/**
 * Gives the delay before retry number `attempt`, in milliseconds.
 *
 * @param reconnectionTime - what the stream's last `retry` field said.
 */
export function retryDelay(
  policy: RetryPolicy,
  attempt: number,
  error: StreamError | undefined,
  reconnectionTime: number | undefined,
): number {
  const { initialDelay = 1000, maxDelay = 30_000, factor = 2, jitter = true } = policy;
  const longest = Math.min(maxDelay, longestDelay);
  const first = reconnectionTime === undefined ? initialDelay : Math.max(smallestServerDelay, reconnectionTime);
  // Nothing times infinity, after a thousand attempts without a delay, is no number.
  const full = Math.min(longest, first * factor ** (attempt - 1)) || 0;
  const delay = jitter ? Math.random() * full : full;
  return Math.max(delay, Math.min(longest, parseRetryAfter(error?.headers?.get('retry-after'))));
}

/** Parses a `Retry-After` header, seconds or an HTTP date (RFC 9110 §10.2.3), into milliseconds from now. */
function parseRetryAfter(value: string | null | undefined): number {
  if (!value) return 0;
  const time = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Math.max(0, time || 0);
}
