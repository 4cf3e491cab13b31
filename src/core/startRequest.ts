import type { Clock } from './clock.ts';
import { retryDelay, type RetryPolicy } from './RetryPolicy.ts';
import { runExchange, type Exchange } from './runExchange.ts';
import type { StreamError } from './StreamError.ts';
import { waitToRetry } from './waitToRetry.ts';

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

/** A request that is sent again as its policy says. */
export interface RepeatedExchange extends Exchange {
  /** Gives the last event ID so far. */
  lastEventId(): string;
  /** Gives what the stream's last `retry` field said, in milliseconds. */
  reconnectionTime?(): number | undefined;
  /** Gives the policy to follow now that an attempt has ended. */
  policy(): RetryPolicy | undefined;
  /** Called when a retry will follow. */
  onRetry(reconnection: Reconnection): void;
  /** Called at the end, with the failure if there was one. */
  onEnd(error?: StreamError): void;
}

/**
 * Sends a request, and sends it again as its policy says, until it ends well or fails for good.
 *
 * @returns the function that stops it. Nothing is called after that.
 */
export function startRequest(request: RepeatedExchange): () => void {
  const { clock, onResponse }: { clock: Clock; onResponse(response: Response): void } = request;
  let isStopped = false;
  let abort: () => void;

  const attempt = async (number: number, previous?: StreamError) => {
    const controller = new AbortController();
    abort = () => controller.abort();
    let openedAt = Infinity;
    let error: StreamError | undefined;
    const exchange: Exchange = {
      ...request,
      onResponse: (response) => {
        openedAt = clock.now();
        onResponse(response);
      },
    };
    try {
      await runExchange(exchange, { number, lastEventId: request.lastEventId(), error: previous }, controller);
    } catch (cause) {
      error = cause as StreamError;
    }
    if (isStopped) return;
    const policy = request.policy();
    const retry = policy && clock.now() - openedAt >= (policy.resetAfter ?? 5000) ? 1 : number;
    const delay = policy && retryDelay(policy, retry, error, request.reconnectionTime?.());
    // `when` may have stopped it.
    if (isStopped) return;
    if (delay === undefined) return request.onEnd(error);
    abort = waitToRetry(clock, delay, () => void attempt(retry + 1, error));
    request.onRetry({ attempt: retry, delay, at: Date.now() + delay, error });
  };

  void attempt(1);
  return () => {
    isStopped = true;
    abort();
  };
}
