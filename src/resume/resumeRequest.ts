import type { Decoder, DecoderSink } from '../core/decode/Decoder.ts';
import type { ResumableStream } from '../core/fetch-stream/StreamResumption.ts';
import { callSafely } from '../core/platform/callSafely.ts';
import { readSafely } from '../core/readSafely.ts';
import type { RequestSource } from '../core/request/buildRequest.ts';
import type { RequestListener, RequestPlan } from '../core/request/RequestPlan.ts';
import type { StartRequestOptions } from '../core/request/startRequest.ts';
import { toStreamResponse } from '../core/request/StreamResponse.ts';
import { type Answer, nothing } from './createAnswer.ts';
import { createItemSink } from './createItemSink.ts';
import { createPositionedDecoder } from './createPositionedDecoder.ts';
import { toRequest } from './toRequest.ts';
import type { ResumableOptions } from './ResumableOptions.ts';

/** How many times in a row the rest is requested without anything new. */
const defaultMaxAttempts = 5;

/** What is known of the run that a request is for. */
export interface ResumeContext {
  readonly answer: Answer;
  readonly stream: ResumableStream;
  options(): ResumableOptions;
  /** Whether the answer has not ended. */
  isCurrent(): boolean;
  /** Asks for the id of the answer if it is not known. */
  identify(item: unknown): void;
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
  /** What the current attempt requests. */
  let part: 'beginning' | 'rest' | 'replay' = 'beginning';
  /** The request of the current attempt. */
  let source: RequestSource | undefined;
  let hasNews = false;
  /** Receives the items of the current response, also those that a function has answered instead of bytes. */
  let itemSink: DecoderSink | undefined;
  /** How many bytes of the answer have arrived with the current response and before it. */
  let arrived = 0;

  const startAttempt = (): RequestSource => {
    hasNews = false;
    if (answer.id === undefined) return plan.source();
    part = options().from === 'start' ? 'replay' : 'rest';
    return sourceOfRest(answer, answer.id);
  };
  const sourceOfRest = ({ lastEventId, received, loaded }: Answer, id: string): RequestSource => {
    const transport = plan.source();
    try {
      const position = { id, lastEventId, items: received.items, loaded };
      const { url, method = 'GET', headers } = toRequest(options().request(position));
      return { ...transport, url, method, headers, body: undefined };
    } catch (exception) {
      // The attempt reports it as it reports exceptions of other functions.
      const url = () => Promise.reject(exception);
      return { ...transport, url, method: 'GET', headers: undefined, body: undefined };
    }
  };

  const isComplete = () => {
    const { until, requireUntil } = stream.options();
    return Boolean(requireUntil || !until) && plan.isComplete();
  };
  /** Tells whether the body's last line, which has no ending, was not cut. */
  const isWholeLine = (raw: unknown) => {
    const isEnd = callSafely(stream.options().until, raw as never);
    return isEnd || (format === 'json-lines' && readSafely(() => [JSON.parse(raw as string)]) !== undefined);
  };

  const deliver: DecoderSink['onItem'] = (raw, event) => {
    // The beginning of a chunk may have stopped the stream.
    if (isCurrent()) listener.onItem(raw, event);
  };
  const release = () => {
    if (!isCurrent()) return;
    snapshots.hold();
    snapshots.update({});
  };
  const createDecoder = (sink: DecoderSink): Decoder => {
    let isEnding = false;
    const start = part === 'rest' ? answer.loaded : 0;
    arrived = start;
    const receiver = createItemSink({
      format,
      answer,
      part,
      sink: { ...sink, onItem: deliver },
      onNews: () => {
        hasNews = true;
      },
      release,
    });
    itemSink = receiver;
    const inner = plan.createDecoder({
      ...receiver,
      onItem: (raw, event) => {
        if (isEnding && !isWholeLine(raw)) return;
        sink.onItem(raw, event);
        if (isEnding) answer.loaded = arrived;
      },
    });
    const decoder: Decoder = {
      push: inner.push,
      end: () => {
        isEnding = !isComplete();
        inner.end();
      },
    };
    const onPosition = (offset: number) => {
      answer.loaded = Math.max(answer.loaded, offset);
    };
    return createPositionedDecoder({ format, decoder, start, onPosition });
  };

  const onResponse: RequestListener['onResponse'] = (given, details) => {
    const response = toStreamResponse(given);
    const { response: first } = answer;
    if (!first || part === 'beginning') {
      answer.response = response;
      identify(undefined);
      if (isCurrent()) listener.onResponse(given, details);
      return;
    }
    if (part === 'replay' && answer.received.length > 0) {
      listener.onReplay?.(details);
      const shown = snapshots.accumulated();
      // Data of the run before stays until an item is shown.
      if (shown.count > 0) {
        snapshots.reset();
        snapshots.hold(shown);
      }
      answer.replay = nothing;
    }
    // The first response describes the whole answer: its length is the total of the progress.
    snapshots.show({ status: 'streaming', reconnection: undefined, response: first, loaded: answer.shownBytes });
    if (isCurrent()) callSafely(stream.options().onOpen, response);
  };
  const onChunk = (chunk: Uint8Array) => {
    arrived += chunk.length;
    const fresh = arrived - answer.shownBytes;
    if (fresh <= 0) return;
    answer.shownBytes = arrived;
    listener.onChunk?.(chunk.subarray(-fresh));
  };
  const onEnd: RequestListener['onEnd'] = (reason, error) => {
    if (reason === 'no-content' && !answer.response) {
      leave();
      return;
    }
    // Nothing is left, so what is shown is the answer.
    if (reason === 'no-content') answer.replay = undefined;
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
      const resetAfter = hasNews ? 0 : Infinity;
      return outcome.error && { maxAttempts: defaultMaxAttempts, ...options().retry, resetAfter };
    },
  };
  return {
    ...request,
    plan: () => resumedPlan,
    listener: {
      ...listener,
      onResponse,
      onChunk,
      onItem: (raw, event) => itemSink?.onItem(raw, event),
      onRetry: (reconnection) => {
        source = undefined;
        if (answer.id === undefined) listener.onRetry(reconnection);
        else snapshots.show({ reconnection });
      },
      onEnd,
    },
  };
}
