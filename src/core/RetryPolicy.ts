import { callSafely } from './callSafely.ts';
import { longestDelay } from './clock.ts';
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

/**
 * Gives the delay before retry number `attempt`, in milliseconds; `undefined` where the policy says not to retry.
 *
 * @param error - the failure; none after a clean end.
 * @param reconnectionTime - what the stream's last `retry` field said.
 */
export function retryDelay(
  policy: RetryPolicy,
  attempt: number,
  error: StreamError | undefined,
  reconnectionTime: number | undefined,
): number | undefined {
  const { initialDelay = 1000, maxDelay = 30_000, factor = 2, jitter = true, maxAttempts = Infinity, when } = policy;
  if (attempt > maxAttempts) return undefined;
  if (error && !(callSafely(when, error, attempt) ?? isTransient(error))) return undefined;
  const longest = Math.min(maxDelay, longestDelay);
  const first = reconnectionTime === undefined ? initialDelay : Math.max(smallestServerDelay, reconnectionTime);
  // Nothing times infinity, after a thousand attempts without a delay, is no number.
  const full = Math.min(longest, first * factor ** (attempt - 1)) || 0;
  // RFC 9110 §10.2.3: seconds or an HTTP date.
  const retryAfter = error?.headers?.get('retry-after') ?? '';
  const asked = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 0;
  return Math.max(jitter ? Math.random() * full : full, Math.min(longest, asked));
}

/** Tells whether a failure may well pass: of the network, a timeout, or one of these statuses. */
function isTransient({ code, status }: StreamError): boolean {
  return /^(network|timeout|stalled|408|425|429|5\d\d)$/.test(String(status ?? code));
}
