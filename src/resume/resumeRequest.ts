import type { Decoder, DecoderSink } from '../core/decode/Decoder.ts';
import type { ResumableStream } from '../core/fetch-stream/StreamResumption.ts';
import { callSafely } from '../core/platform/callSafely.ts';
import { readSafely } from '../core/readSafely.ts';
import type { RequestSource } from '../core/request/buildRequest.ts';
import type { RequestListener, RequestPlan } from '../core/request/RequestPlan.ts';
import type { StartRequestOptions } from '../core/request/startRequest.ts';
import { type StreamResponse, toStreamResponse } from '../core/request/StreamResponse.ts';
import type { StreamErrorDetails } from '../core/StreamError.ts';
import { type Answer, lastEventIdOf } from './createAnswer.ts';
import { createPositionedDecoder } from './createPositionedDecoder.ts';
import { dropRepeatedItems } from './dropRepeatedItems.ts';
import type { ResumableOptions, ResumeRequest } from './ResumableOptions.ts';
import { toRequest } from './toRequest.ts';

/** How many times in a row the rest is requested without anything new. */
const defaultMaxAttempts = 5;

/** What is known of the run that a request is for. */
export interface ResumeContext {
  readonly answer: Answer;
  readonly stream: ResumableStream;
  options(): ResumableOptions;
  /** Whether the run has been neither stopped nor interrupted. */
  isCurrent(): boolean;
  /** Asks for the id of the answer if it is not known. */
  identify(response: StreamResponse): void;
  /** Ends the run as if it had never begun: after a reload, nothing is left of the answer. */
  leave(): void;
}

/** Changes the request of a run: once the id of its answer is known, each further attempt requests what is missing. */
export function resumeRequest(request: StartRequestOptions, context: ResumeContext): StartRequestOptions {
  const { answer, stream, options, isCurrent, identify, leave } = context;
  const { snapshots } = stream;
  const { as: format = 'text' } = stream.options();
  const { listener } = request;
  const plan = request.plan();
  /** What the response to the current attempt is: the beginning of the answer, what follows a position, or all again. */
  let part: 'beginning' | 'rest' | 'replay' = 'beginning';
  /** The request of the current attempt. */
  let source: RequestSource | undefined;
  /** Receives the items of the current response, also those that a function has answered instead of bytes. */
  let receiver: Pick<DecoderSink, 'onItem' | 'onLastEventId'> | undefined;
  /** The length of what was received before the current attempt. */
  let lengthBefore = 0;
  /** How many bytes of the answer have arrived with the current response and before it. */
  let arrived = 0;

  const describeRest = (id: string): ResumeRequest => {
    const { items, loaded } = answer.received;
    const position = { id, lastEventId: lastEventIdOf(answer.received), items, loaded };
    try {
      return toRequest(options().request(position));
    } catch (exception) {
      // The attempt reports it as it reports exceptions of other functions.
      return { url: (() => Promise.reject(exception)) as never };
    }
  };
  const startAttempt = (): RequestSource => {
    lengthBefore = answer.received.length;
    const first = plan.source();
    if (answer.id === undefined) return first;
    part = options().from === 'start' ? 'replay' : 'rest';
    const { url, method, headers } = describeRest(answer.id);
    return { ...first, url, method, headers, body: undefined };
  };

  const isComplete = () => {
    const { until, requireUntil } = stream.options();
    return Boolean(requireUntil || !until) && plan.isComplete();
  };
  /** Tells whether the body's last line, which has no ending, was not cut. More digits may follow those of a number. */
  const isWholeLine = (raw: unknown) => {
    if (callSafely(stream.options().until, raw as never)) return true;
    const value: unknown = format === 'json-lines' ? readSafely(() => JSON.parse(raw as string)) : undefined;
    return value !== undefined && typeof value !== 'number';
  };
  const createDecoder = (sink: DecoderSink): Decoder => {
    let isCut = false;
    const decoder = plan.createDecoder({
      ...sink,
      onLastEventId: (id) => receiver?.onLastEventId(id),
      onItem: (raw, event) => {
        if (!isCut || isWholeLine(raw)) sink.onItem(raw, event);
      },
    });
    const positioned = createPositionedDecoder({ format, decoder, answer, start: arrived, isCurrent });
    return {
      push: positioned.push,
      end: () => {
        isCut = !isComplete();
        positioned.end();
      },
    };
  };

  /** Begins to receive a response. What was not committed of the one before is lost. */
  const startReceiving = () => {
    answer.next = answer.received;
    arrived = part === 'rest' ? answer.received.loaded : 0;
    receiver = dropRepeatedItems({
      format,
      answer,
      isRest: part === 'rest',
      isCurrent,
      onItem: listener.onItem,
      onReplayEnd: () => {
        snapshots.release();
        snapshots.update({});
      },
    });
  };
  const replay = (details: StreamErrorDetails) => {
    answer.replayedLength = 0;
    listener.onReplay?.(details);
    // Data of the run before stays until an item is shown.
    if (snapshots.accumulated().count > 0) snapshots.hold();
  };
  const onResponse: RequestListener['onResponse'] = (given, details) => {
    startReceiving();
    const response = toStreamResponse(given);
    // The first response describes the whole answer: its length is the total of the progress.
    if (part === 'beginning' || !snapshots.state().response) {
      identify(response);
      if (isCurrent()) listener.onResponse(given, details);
      return;
    }
    if (part === 'replay' && answer.received.length > 0) replay(details);
    else listener.onContinue?.(details);
    snapshots.show({ status: 'streaming', reconnection: undefined });
    if (isCurrent()) callSafely(stream.options().onOpen, response);
  };
  const onEnd: RequestListener['onEnd'] = (reason, error) => {
    if (reason === 'no-content' && !snapshots.state().response) {
      leave();
      return;
    }
    // Nothing is left, so what is shown is the answer.
    if (reason === 'no-content') snapshots.endData();
    listener.onEnd(reason, error);
  };

  const resumedPlan: RequestPlan = {
    ...plan,
    source: () => {
      source ??= startAttempt();
      return source;
    },
    judge: (response) => (part !== 'beginning' && response.status === 204 ? 'no-content' : plan.judge(response)),
    createDecoder,
    isComplete,
    policy: (outcome) => {
      if (answer.id === undefined) return plan.policy(outcome);
      // A connection without anything new never counts as good.
      const resetAfter = answer.received.length > lengthBefore ? 0 : Infinity;
      return outcome.error && { maxAttempts: defaultMaxAttempts, ...options().retry, resetAfter };
    },
  };
  return {
    ...request,
    plan: () => resumedPlan,
    listener: {
      ...listener,
      onResponse,
      onChunk: ({ length }) => {
        arrived += length;
        snapshots.update({ loaded: Math.max(arrived, snapshots.state().loaded) });
      },
      onItem: (raw, event) => receiver?.onItem(raw, event),
      onRetry: (reconnection) => {
        source = undefined;
        if (answer.id === undefined) listener.onRetry(reconnection);
        else snapshots.show({ reconnection });
      },
      onEnd,
    },
  };
}
