import type { Decoder } from '../decode/Decoder.ts';
import type { Clock } from '../platform/clock.ts';
import { isStreamError, messageOf, StreamError, withDetails } from '../StreamError.ts';
import type { StreamErrorCode, StreamErrorDetails } from '../StreamError.ts';
import { buildRequest, describeRequest, resolveParts } from './buildRequest.ts';
import { createDeadline } from './createDeadline.ts';
import { hideQuery, isRelativeUrlError, isTransient, withoutQuery } from './describeFailure.ts';
import { readErrorBody } from './readErrorBody.ts';
import type { RequestListener, RequestPlan } from './RequestPlan.ts';

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
  /** Receives each reconnection time that the stream sets, in milliseconds. */
  onReconnectionTime(time: number): void;
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

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** Sends a request once and reads the body of its response. The promise never rejects. */
export async function sendAttempt(options: AttemptOptions): Promise<AttemptOutcome> {
  const { clock, plan, listener, number, previousError, onReconnectionTime, stopSignal } = options;
  const source = plan().source();
  const details = { ...describeRequest(source), attempt: number };
  const controller = new AbortController();
  const { signal } = controller;
  const deadline = createDeadline(clock);
  /** What an exception means: a function of the user failed, the request is invalid, or the network failed. */
  let phase: 'resolving' | 'building' | 'exchanging' = 'resolving';
  /** The failure that this attempt has found itself, as opposed to what others throw. */
  let failure: StreamError | undefined;
  /** Why the attempt was aborted. Not every platform has `signal.reason`. */
  let abortReason: unknown;
  let openedAt: number | undefined;
  let hasNoContent = false;
  let hasDelivered = false;

  const fail = (code: StreamErrorCode, says: string, more?: StreamErrorDetails): StreamError => {
    failure = new StreamError(code, `${details.method} ${withoutQuery(details.url)} ${says}.`, { ...details, ...more });
    return failure;
  };

  /** Ends the attempt at once, even if `fetch` or a function of the user does not observe the signal. */
  const abort = (reason: unknown) => {
    deadline.clear();
    abortReason = reason;
    controller.abort(reason);
  };
  const throwIfAborted = () => {
    if (signal.aborted) throw abortReason;
  };
  const expect = (what: string, limit: number | undefined, code: 'timeout' | 'stalled') =>
    deadline.set(limit, () => abort(fail(code, `sent no ${what} within ${limit} ms`)));

  const send = async (): Promise<Response> => {
    expect('response headers', source.connectTimeout, 'timeout');
    // The user's functions may stop the request, so they are called once its starter has the means to stop it.
    await undefined;
    throwIfAborted();
    const lastEventId = plan().lastEventId();
    const parts = await resolveParts(source, { number, lastEventId, error: previousError, signal });
    throwIfAborted();
    phase = 'building';
    if (parts.url) details.url = String(parts.url);
    const { accept } = plan();
    const { url, init } = buildRequest(source, parts, { accept, lastEventId, signal });
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
      if (!isStreamError(error)) throw error;
      failure = withDetails(error, details);
      throw failure;
    }
    throwIfAborted();
  };

  const expectByte = () => expect('byte', source.idleTimeout, 'stalled');
  const readChunks = async (reader: BodyReader, decoder: Decoder) => {
    for (;;) {
      const { done, value } = await reader.read();
      throwIfAborted();
      if (done) return;
      expectByte();
      listener.onChunk(value);
      decode(() => decoder.push(value));
    }
  };
  const readBody = async (reader: BodyReader | undefined) => {
    const decoder = plan().createDecoder({
      onItem: (raw, event) => {
        hasDelivered = true;
        if (!signal.aborted) listener.onItem(raw, event);
      },
      onLastEventId: (id) => {
        if (!signal.aborted) listener.onLastEventId(id);
      },
      onComment: (comment) => {
        if (!signal.aborted) listener.onComment(comment);
      },
      onReconnectionTime,
    });
    expectByte();
    if (reader) await readChunks(reader, decoder);
    decode(() => decoder.end());
    if (!plan().isComplete()) throw fail('incomplete', 'ended before its end mark');
  };

  const refuse = async (code: 'http' | 'content-type', response: Response, reader: BodyReader | undefined) => {
    const { status, headers } = response;
    const body = await readErrorBody(reader, deadline);
    const says = code === 'http' ? `status ${status}` : `content type ${headers.get('content-type')}`;
    throw fail(code, `answered with ${says}`, { status, headers, body });
  };

  const exchange = async () => {
    const response = await send();
    const reader = response.body?.getReader();
    const cancel = () => void reader?.cancel().catch(() => {});
    // A `fetch` that does not observe the signal leaves the body open.
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    throwIfAborted();

    const verdict = plan().judge(response);
    if (verdict === 'no-content') {
      hasNoContent = true;
      cancel();
    } else if (verdict === 'read') {
      openedAt = clock.now();
      listener.onResponse(response, details);
      throwIfAborted();
      await readBody(reader);
    } else {
      await refuse(verdict, response, reader);
    }
  };

  const explain = (cause: unknown): StreamError => {
    if (failure && cause === failure) return failure;
    if (phase === 'exchanging' && !isRelativeUrlError(cause)) {
      return fail('network', 'failed: there is no connection, or it was lost', { cause });
    }
    return fail('request', `cannot be sent (${hideQuery(messageOf(cause), details.url)})`, { cause });
  };

  const stop = () => abort(stopSignal.reason);
  stopSignal.addEventListener('abort', stop);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(abortReason));
  });
  let error: StreamError | undefined;
  try {
    await Promise.race([exchange(), aborted]);
  } catch (cause) {
    error = explain(cause);
    abort(error);
  }
  deadline.clear();
  stopSignal.removeEventListener('abort', stop);
  return {
    error,
    isTransient: error !== undefined && (isTransient(error) || phase === 'resolving'),
    hasNoContent,
    openFor: openedAt === undefined ? undefined : clock.now() - openedAt,
    hasDelivered,
  };
}
