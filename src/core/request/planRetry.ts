import { callSafely } from '../platform/callSafely.ts';
import { longestDelay } from '../platform/clock.ts';
import { readRetryAfter } from './readRetryAfter.ts';
import type { Reconnection, RetryPolicy } from './RetryPolicy.ts';
import type { AttemptOutcome } from './sendAttempt.ts';

/** The shortest delay that a server can ask for by `retry:`, in milliseconds: `retry: 0` must not make us hammer it. */
const shortestServerDelay = 100;

/** By how much the delay after a clean end is spread upwards: a server that answers polls has a steady interval. */
const pollSpread = 0.1;

/** The same if the connection was open for long: a server that restarts ends all of its connections at one moment. */
const restartSpread = 1;

/** By how much a `Retry-After` is spread upwards: by this share of it, and by at least this many milliseconds. */
const retryAfterSpread = 0.25;
const shortestRetryAfterSpread = 1000;

/** What is known when a retry is planned. */
export interface RetryCircumstances {
  /** The number of the retry that would follow, from 1. */
  readonly attempt: number;
  /** The reconnection time that the stream has set, in milliseconds. */
  readonly reconnectionTime: number | undefined;
}

/** A planned retry. */
export interface PlannedRetry {
  readonly reconnection: Reconnection;
  /** The part of the delay that no return of the user or the network may cut short, in milliseconds. */
  readonly floor: number;
}

/**
 * Plans the retry after an attempt.
 *
 * @returns `undefined` if the policy does not allow one.
 */
export function planRetry(
  given: boolean | RetryPolicy | undefined,
  outcome: AttemptOutcome,
  { attempt: next, reconnectionTime }: RetryCircumstances,
): PlannedRetry | undefined {
  if (!given) return undefined;
  const policy = given === true ? {} : given;
  const { initialDelay = 1000, maxDelay = 30_000, factor = 2, jitter = true } = policy;
  const { maxAttempts = Infinity, resetAfter = 5000, when } = policy;
  const { error } = outcome;

  const wasUseful = !error && outcome.hasDelivered;
  const wasOpenForLong = outcome.openFor !== undefined && outcome.openFor >= resetAfter;
  const attempt = wasUseful || wasOpenForLong ? 1 : next;
  if (attempt > maxAttempts) return undefined;
  if (error) {
    const isWorthIt = callSafely(when, error, attempt) ?? outcome.isTransient;
    if (!isWorthIt) return undefined;
  }

  const first = reconnectionTime === undefined ? initialDelay : Math.max(shortestServerDelay, reconnectionTime);
  const longest = Math.min(maxDelay, longestDelay);
  const random = jitter ? Math.random() : 0;
  const cleanEndSpread = wasOpenForLong ? restartSpread : pollSpread;
  // [spec] (Reestablish the connection) Wait a delay equal to the reconnection time of the event source.
  // [spec] Optionally, wait some more.
  const backoff = wasUseful
    ? Math.min(longest, first) * (1 + cleanEndSpread * random)
    : // `0 * Infinity` is `NaN`: `factor ** attempt` overflows after about 1,000 attempts.
      (Math.min(longest, first * factor ** (attempt - 1)) || 0) * (jitter ? random : 1);

  const floor = readRetryAfter(error?.headers);
  const spread = floor > 0 ? Math.max(shortestRetryAfterSpread, floor * retryAfterSpread) * random : 0;
  const delay = Math.max(backoff, floor + spread);
  return { reconnection: { attempt, delay, at: Date.now() + delay, error }, floor };
}
