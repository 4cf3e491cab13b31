import type { Clock } from '../platform/clock.ts';
import { isStreamError, messageOf, StreamError, withDetails } from '../StreamError.ts';
import type { StreamErrorCode, StreamErrorDetails } from '../StreamError.ts';
import { buildRequest, describeRequest, resolveParts } from './buildRequest.ts';
import { hideQuery, isRelativeUrlError, isTransient } from './describeFailure.ts';
import { readErrorBody, type BodyReader } from './readErrorBody.ts';
import type { RequestListener, RequestPlan, StreamMemory } from './RequestPlan.ts';

/** What one attempt needs. */
export interface AttemptOptions {
  readonly clock: Clock;
  /** Returns the plan as it is now. */
  plan(): RequestPlan;
  readonly listener: RequestListener;
  /** The number of the attempt, from 1. */
  readonly number: number;
  /** Why the attempt before it failed. */
  readonly previousError: StreamError | undefined;
  readonly memory: StreamMemory;
  /** Stops the attempt. Nothing is reported after that. */
  readonly stopSignal: AbortSignal;
}

/** How an attempt ended. */
export interface AttemptOutcome {
  /** The failure. Undefined after a clean end. */
  readonly error: StreamError | undefined;
  /** Whether the same request may succeed later. */
  readonly isTransient: boolean;
  /** Whether the server has ended the stream for good. */
  readonly hasNoContent: boolean;
  /** How long the response was open, in milliseconds. Undefined if it never was. */
  readonly openFor: number | undefined;
  /** Whether an item arrived. */
  readonly hasDelivered: boolean;
}

/** How long the text of a failed response is read, in milliseconds. */
const longestErrorRead = 2000;

/** Sends a request once and reads the body of its response. The promise never rejects. */
export async function sendAttempt(options: AttemptOptions): Promise<AttemptOutcome> {
  const { clock, plan, listener, number, previousError, memory, stopSignal } = options;
  const source = plan().source();
  const details: StreamErrorDetails & { url: string } = { ...describeRequest(source), attempt: number };
  const controller = new AbortController();
  const { signal } = controller;
  /** What an exception means: a function of the user failed, the request is invalid, or the network failed. */
  let phase: 'resolving' | 'building' | 'exchanging' = 'resolving';
  /** The failure that this attempt has found itself. Whatever is thrown after it is a consequence. */
  let failure: StreamError | undefined;
  let timer: unknown;
  let openedAt: number | undefined;
  let hasNoContent = false;
  let hasDelivered = false;

  const fail = (code: StreamErrorCode, says: string, more?: StreamErrorDetails) => {
    const message = hideQuery(`${details.method} ${details.url} ${says}.`, details.url);
    failure = new StreamError(code, message, { ...details, ...more });
    return failure;
  };
  const setTimer = (limit: number | undefined, onExpire: () => void) => {
    clock.clearTimeout(timer);
    if (limit !== undefined) timer = clock.setTimeout(onExpire, limit);
  };
  /** Ends the attempt at once, even if `fetch` or a function of the user does not observe the signal. */
  const abort = (reason: unknown) => {
    clock.clearTimeout(timer);
    controller.abort(reason);
  };
  const expect = (what: string, limit: number | undefined, code: 'timeout' | 'stalled') =>
    setTimer(limit, () => abort(fail(code, `sent no ${what} within ${limit} ms`)));
  const expectByte = () => expect('byte', source.idleTimeout, 'stalled');
  const throwIfAborted = () => {
    // Nobody asks why an attempt has stopped.
    if (signal.aborted) throw failure;
  };

  const send = async () => {
    expect('response headers', source.connectTimeout, 'timeout');
    // The user's functions may stop the request, so they are called once its starter has the means to stop it.
    await undefined;
    throwIfAborted();
    const attempt = { number, lastEventId: plan().lastEventId(), error: previousError, signal };
    const parts = await resolveParts(source, attempt);
    throwIfAborted();
    phase = 'building';
    if (parts.url) details.url = String(parts.url);
    const { url, init } = buildRequest(source, parts, { ...attempt, accept: plan().accept });
    // It is not called as a method, because the browser's own `fetch` refuses another `this`.
    const { fetch = globalThis.fetch } = source;
    const response = fetch(url, init);
    phase = 'exchanging';
    return response;
  };

  /** Calls the decoder, which knows nothing of the request. */
  const decode = (step: () => void) => {
    try {
      step();
    } catch (error) {
      if (isStreamError(error)) failure = withDetails(error, details);
      throw error;
    }
    throwIfAborted();
  };
  const receiveBody = async (reader: BodyReader | undefined) => {
    const decoder = plan().createDecoder({
      onItem: (raw, event) => {
        hasDelivered = true;
        if (!signal.aborted) listener.onItem(raw, event);
      },
      onLastEventId: (id) => {
        if (!signal.aborted) listener.onLastEventId?.(id);
      },
      onComment: (comment) => {
        if (!signal.aborted) listener.onComment?.(comment);
      },
      onRetry: (reconnectionTime) => {
        memory.reconnectionTime = reconnectionTime;
      },
    });
    for (;;) {
      expectByte();
      const chunk = (await reader?.read())?.value;
      throwIfAborted();
      if (!chunk) break;
      listener.onChunk?.(chunk);
      decode(() => decoder.push(chunk));
    }
    decode(() => decoder.end());
    if (!plan().isComplete()) throw fail('incomplete', 'ended before its end mark');
  };

  const exchange = async () => {
    const response = await send();
    const reader = response.body?.getReader();
    const cancel = () => {
      reader?.cancel().catch(() => {});
    };
    // A `fetch` that does not observe the signal leaves the body open.
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    throwIfAborted();

    const { status, headers } = response;
    const verdict = plan().judge(response);
    if (verdict === 'no-content') {
      hasNoContent = true;
      cancel();
    } else if (verdict === 'read') {
      openedAt = clock.now();
      listener.onResponse(response, details);
      throwIfAborted();
      await receiveBody(reader);
    } else {
      setTimer(longestErrorRead, cancel);
      const body = await readErrorBody(reader);
      const says = verdict === 'http' ? `status ${status}` : `content type ${headers.get('content-type')}`;
      throw fail(verdict, `answered with ${says}`, { status, headers, body });
    }
  };

  const explain = (cause: unknown): StreamError => {
    if (phase === 'exchanging' && !isRelativeUrlError(cause)) {
      return fail('network', 'failed: there is no connection, or it was lost', { cause });
    }
    return fail('request', `cannot be sent (${messageOf(cause)})`, { cause });
  };

  const stop = () => abort(stopSignal.reason);
  stopSignal.addEventListener('abort', stop);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', reject);
  });
  let error: StreamError | undefined;
  try {
    await Promise.race([exchange(), aborted]);
  } catch (cause) {
    error = failure ?? explain(cause);
    abort(error);
  }
  clock.clearTimeout(timer);
  stopSignal.removeEventListener('abort', stop);
  return {
    error,
    isTransient: error !== undefined && (isTransient(error) || phase === 'resolving'),
    hasNoContent,
    openFor: openedAt === undefined ? undefined : clock.now() - openedAt,
    hasDelivered,
  };
}
