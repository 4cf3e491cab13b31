import { StreamError, type RetryPolicy } from 'react-streamed/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planRetry } from '../../../src/core/request/planRetry.ts';

const cleanEnd = { error: undefined, isTransient: false, hasNoContent: false, openFor: 1, hasDelivered: false };
const brokenConnection = {
  ...cleanEnd,
  error: new StreamError('network', 'The connection was lost.'),
  isTransient: true,
};
const notFound = { ...cleanEnd, error: new StreamError('http', 'Not found.', { status: 404 }) };
const exact: RetryPolicy = { jitter: false };

function refusedFor(seconds: string) {
  const headers = new Headers({ 'retry-after': seconds });
  return { ...brokenConnection, error: new StreamError('http', 'Too many requests.', { status: 429, headers }) };
}

/** Plans the first retry, and returns its delay. */
function delayOf(policy: boolean | RetryPolicy, outcome: typeof cleanEnd | typeof brokenConnection, time?: number) {
  return planRetry(policy, outcome, { attempt: 1, reconnectionTime: time })?.reconnection.delay;
}

describe('planRetry', () => {
  beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));
  afterEach(() => void vi.restoreAllMocks());

  it.each([false, undefined])('plans nothing with the policy %s', (policy) => {
    expect(planRetry(policy, brokenConnection, { attempt: 1, reconnectionTime: undefined })).toBeUndefined();
  });

  it('takes a random fraction of a delay that doubles up to the longest', () => {
    const delays = [1, 2, 3, 6].map(
      (attempt) => planRetry(true, brokenConnection, { attempt, reconnectionTime: undefined })?.reconnection.delay,
    );
    expect(delays).toEqual([500, 1000, 2000, 15_000]);
  });

  it('returns the number of the retry, when it is due, and why', () => {
    vi.spyOn(Date, 'now').mockReturnValue(1_000_000);
    expect(planRetry(exact, brokenConnection, { attempt: 3, reconnectionTime: undefined })).toEqual({
      reconnection: { attempt: 3, delay: 4000, at: 1_004_000, error: brokenConnection.error },
      floor: 0,
    });
  });

  it('gives up past maxAttempts', () => {
    const policy = { ...exact, maxAttempts: 2 };
    expect(planRetry(policy, brokenConnection, { attempt: 2, reconnectionTime: undefined })).toBeDefined();
    expect(planRetry(policy, brokenConnection, { attempt: 3, reconnectionTime: undefined })).toBeUndefined();
  });

  it('counts from the start again after a connection that was open for resetAfter', () => {
    const long = { ...brokenConnection, openFor: 5000 };
    expect(planRetry(exact, long, { attempt: 9, reconnectionTime: undefined })?.reconnection.attempt).toBe(1);
    const short = { ...brokenConnection, openFor: 4999 };
    expect(planRetry(exact, short, { attempt: 9, reconnectionTime: undefined })?.reconnection.attempt).toBe(9);
  });

  it('waits for the reconnection time, spread a little, after a clean end that delivered something', () => {
    const useful = { ...cleanEnd, hasDelivered: true };
    const plan = planRetry(true, useful, { attempt: 7, reconnectionTime: 200 });
    expect(plan?.reconnection).toMatchObject({ attempt: 1, delay: 210, error: undefined });
    expect(delayOf(exact, useful, 200)).toBe(200);
    expect(delayOf(exact, useful)).toBe(1000);
  });

  it('spreads a clean end over twice the reconnection time after a connection that was open for resetAfter', () => {
    const restarted = { ...cleanEnd, hasDelivered: true, openFor: 5000 };
    expect(delayOf(true, restarted, 200)).toBe(300);
    expect(delayOf(true, { ...restarted, openFor: 4999 }, 200)).toBe(210);
    expect(delayOf({ resetAfter: 100 }, { ...restarted, openFor: 100 }, 200)).toBe(300);
    expect(delayOf(exact, restarted, 200)).toBe(200);
  });

  it('backs off after a clean end that delivered nothing', () => {
    expect(planRetry(exact, cleanEnd, { attempt: 3, reconnectionTime: 200 })?.reconnection.delay).toBe(800);
  });

  it('counts a response without its end mark as a failure', () => {
    const error = new StreamError('incomplete', 'The response ended early.');
    const incomplete = { ...cleanEnd, error, isTransient: true, hasDelivered: true };
    const policy = { ...exact, maxAttempts: 3 };
    expect(planRetry(policy, incomplete, { attempt: 3, reconnectionTime: 200 })?.reconnection).toMatchObject({
      attempt: 3,
      delay: 800,
      error,
    });
    expect(planRetry(policy, incomplete, { attempt: 4, reconnectionTime: 200 })).toBeUndefined();
  });

  it.each([
    ['0', 100],
    ['99999999999', 30_000],
  ])('clamps the reconnection time %s', (time, delay) => {
    expect(delayOf(exact, brokenConnection, Number(time))).toBe(delay);
  });

  it('never plans a delay that a timer cannot hold', () => {
    expect(delayOf({ ...exact, maxDelay: Infinity }, brokenConnection, 99_999_999_999)).toBe(2_147_483_647);
  });

  it('spreads a Retry-After upwards, by a quarter and at least by a second', () => {
    expect(delayOf(true, refusedFor('2'))).toBe(2500);
    expect(delayOf(true, refusedFor('100'))).toBe(112_500);
    expect(delayOf(exact, refusedFor('100'))).toBe(100_000);
  });

  it('honours a Retry-After up to an hour, also past maxDelay, and makes it a floor', () => {
    const plan = planRetry(exact, refusedFor('999999'), { attempt: 1, reconnectionTime: undefined });
    expect(plan).toMatchObject({ reconnection: { delay: 3_600_000 }, floor: 3_600_000 });
  });

  it('keeps the back-off if it is longer than the Retry-After', () => {
    const plan = planRetry(exact, refusedFor('1'), { attempt: 4, reconnectionTime: undefined });
    expect(plan).toMatchObject({ reconnection: { delay: 8000 }, floor: 1000 });
  });

  it('does not retry what cannot succeed later, unless `when` says so', () => {
    expect(delayOf(exact, notFound)).toBeUndefined();
    expect(delayOf({ ...exact, when: () => true }, notFound)).toBe(1000);
    expect(delayOf({ ...exact, when: () => false }, brokenConnection)).toBeUndefined();
    expect(delayOf({ ...exact, when: () => undefined }, brokenConnection)).toBe(1000);
  });

  it('takes the first delay of the default policy for `true`', () => {
    vi.mocked(Math.random).mockReturnValue(1);
    expect(delayOf(true, brokenConnection)).toBe(1000);
    expect(delayOf({}, brokenConnection)).toBe(1000);
  });

  it('never counts a connection that was not open as one that was open for resetAfter', () => {
    const refused = { ...brokenConnection, openFor: undefined };
    const policy = { ...exact, resetAfter: 0 };
    expect(planRetry(policy, refused, { attempt: 3, reconnectionTime: undefined })?.reconnection.attempt).toBe(3);
    const open = { ...brokenConnection, openFor: 0 };
    expect(planRetry(policy, open, { attempt: 3, reconnectionTime: undefined })?.reconnection.attempt).toBe(1);
  });

  it('stays a number for any attempt without a delay', () => {
    const plan = planRetry({ initialDelay: 0 }, brokenConnection, { attempt: 2000, reconnectionTime: undefined });
    expect(plan?.reconnection).toMatchObject({ attempt: 2000, delay: 0 });
  });
});
