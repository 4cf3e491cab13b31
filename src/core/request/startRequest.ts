import type { Clock } from '../platform/clock.ts';
import { observer } from '../platform/observer.ts';
import type { StreamError } from '../StreamError.ts';
import { planRetry } from './planRetry.ts';
import type { RequestListener, RequestPlan, StreamMemory } from './RequestPlan.ts';
import { sendAttempt, type AttemptOptions } from './sendAttempt.ts';
import { shortestTimeBetweenWakes, waitToRetry } from './waitToRetry.ts';

/** What a request needs. */
export interface StartRequestOptions {
  readonly clock: Clock;
  /** Returns the plan as it is now. */
  plan(): RequestPlan;
  readonly listener: RequestListener;
  readonly memory: StreamMemory;
}

/**
 * Sends a request and reads its response, and again if the policy says so, until it ends well or fails for good.
 *
 * @returns the function that stops it. Nothing is reported after that.
 */
export function startRequest(options: StartRequestOptions): () => void {
  const controller = new AbortController();
  void run(options, controller.signal);
  return () => controller.abort();
}

async function run(options: StartRequestOptions, stopSignal: AbortSignal): Promise<void> {
  const { clock, plan, memory } = options;
  let number = 0;
  let retries = 0;
  let earliestWake = 0;
  let error: StreamError | undefined;
  for (;;) {
    number += 1;
    const planned: AttemptOptions = { ...options, number, previousError: error, stopSignal };
    const attempt = observer?.watchAttempt(planned) ?? planned;
    const { listener } = attempt;
    const outcome = await sendAttempt(attempt);
    if (stopSignal.aborted) return;
    error = outcome.error;
    if (outcome.hasNoContent) {
      listener.onEnd('no-content');
      return;
    }

    const { reconnectionTime } = memory;
    const retry = planRetry(plan().policy(outcome), outcome, { attempt: retries + 1, reconnectionTime });
    // The user's `when` may have stopped the request.
    if (stopSignal.aborted) return;
    if (!retry) {
      listener.onEnd(error ? 'error' : 'end', error);
      return;
    }

    const { reconnection, floor } = retry;
    const { lifecycle } = plan().source();
    const waiting = waitToRetry(clock, { delay: reconnection.delay, floor, earliestWake, lifecycle }, stopSignal);
    listener.onRetry(reconnection);
    const result = await waiting;
    if (stopSignal.aborted) return;
    // A retry that a return of the user or the network has caused does not count.
    retries = result === 'woken' ? reconnection.attempt - 1 : reconnection.attempt;
    if (result !== 'elapsed') earliestWake = clock.now() + shortestTimeBetweenWakes;
  }
}
