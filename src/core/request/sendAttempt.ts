import type { Clock } from '../platform/clock.ts';
import type { StreamError, StreamErrorCode, StreamErrorDetails } from '../StreamError.ts';
import { buildRequest, describeRequest, resolveParts } from './buildRequest.ts';
import { attemptError, explainFailure, type AttemptDetails, type AttemptPhase } from './explainFailure.ts';
import { isTransient } from './isTransient.ts';
import { warnOfCrowding } from './warnOfCrowding.ts';
import { openBody, type ChunkReader } from './openBody.ts';
import { toStreamResponse } from './StreamResponse.ts';
import { toResponse } from './toResponse.ts';
import { readErrorBody, type BodyReader } from './readErrorBody.ts';
import type { DecoderSink } from '../decode/Decoder.ts';
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

/** How many chunks of a user's stream are read before the page gets a frame. A stream that never waits would freeze it. */
const longestBurst = 1000;
const frameLength = 16;

/** Sends a request once and reads the body of its response. The promise never rejects. */
export async function sendAttempt(options: AttemptOptions): Promise<AttemptOutcome> {
  const { clock, plan, listener, number, previousError, memory, stopSignal } = options;
  const source = plan().source();
  const details: AttemptDetails = { ...describeRequest(source), attempt: number };
  const controller = new AbortController();
  const { signal } = controller;
  let phase: AttemptPhase = 'resolving';
  /** The failure that this attempt has found itself. Whatever is thrown after it is a consequence. */
  let failure: StreamError | undefined;
  let timer: unknown;
  let openedAt: number | undefined;
  let noteEnd: (() => void) | undefined;
  let hasNoContent = false;
  let hasDelivered = false;
  /** The response or the stream that the url function has answered. Nothing is fetched then. */
  let answer: unknown;

  const fail = (code: StreamErrorCode, says: string, more?: Omit<StreamErrorDetails, 'url'>) => {
    failure = attemptError(code, says, { ...details, ...more });
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
    const answered = toResponse(parts.url);
    if (answered) {
      phase = 'building';
      answer = parts.url;
      details.url = answered.url;
      return answered;
    }
    throwIfAborted();
    phase = 'building';
    if (parts.url) details.url = String(parts.url);
    const { url, init } = buildRequest(source, parts, { ...attempt, accept: plan().accept });
    // It is not called as a method, because the browser's own `fetch` refuses another `this`.
    const { fetch = globalThis.fetch } = source;
    const response = fetch(url, init);
    phase = 'fetching';
    return response;
  };

  const onItem: DecoderSink['onItem'] = (raw, event) => {
    hasDelivered = true;
    if (!signal.aborted) listener.onItem(raw, event);
  };
  const receiveBody = async (reader: ChunkReader | undefined) => {
    const decoder = plan().createDecoder({
      onItem,
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
    for (let chunks = 1; ; chunks += 1) {
      // A consumer that takes its time does not make the server late.
      clock.clearTimeout(timer);
      const ready = source.whenReady?.();
      if (ready) await ready;
      throwIfAborted();
      expectByte();
      const step = await reader?.read();
      throwIfAborted();
      if (!step || step.done) break;
      const chunk = step.value;
      if (ArrayBuffer.isView(chunk)) {
        listener.onChunk?.(chunk as Uint8Array);
        decoder.push(chunk as Uint8Array);
      } else {
        onItem(chunk, undefined);
      }
      throwIfAborted();
      if (answer && chunks % longestBurst === 0) await new Promise<void>((resolve) => setTimer(frameLength, resolve));
    }
    decoder.end();
    throwIfAborted();
    if (!plan().isComplete()) throw fail('incomplete', 'ended before its end mark');
  };

  const exchange = async () => {
    const response = await send();
    const reader = openBody(response.body);
    phase = 'reading';
    const cancel = () => {
      reader?.cancel().catch(() => {});
    };
    // A `fetch` that does not observe the signal leaves the body open.
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    throwIfAborted();

    const { status, headers } = response;
    const isBareStream = response.body === answer;
    const verdict = isBareStream ? 'read' : plan().judge(response);
    if (verdict === 'no-content') {
      hasNoContent = true;
      cancel();
    } else if (verdict === 'read') {
      openedAt = clock.now();
      noteEnd = warnOfCrowding(details.url);
      listener.onResponse(toStreamResponse(response), details);
      throwIfAborted();
      await receiveBody(reader);
    } else {
      setTimer(longestErrorRead, cancel);
      const text = await readErrorBody(reader as BodyReader | undefined);
      const says = verdict === 'http' ? `status ${status}` : `content type ${headers.get('content-type')}`;
      throw fail(verdict, `answered with ${says}`, { status, headers, body: text });
    }
  };

  const stop = () => abort(stopSignal.reason);
  stopSignal.addEventListener('abort', stop);
  // A function of the user that the source has called may have stopped the request.
  if (stopSignal.aborted) stop();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', reject);
  });
  let error: StreamError | undefined;
  try {
    await Promise.race([exchange(), aborted]);
  } catch (cause) {
    error = failure ?? explainFailure(cause, { phase, details, isAnswered: answer !== undefined });
    abort(error);
  }
  noteEnd?.();
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
