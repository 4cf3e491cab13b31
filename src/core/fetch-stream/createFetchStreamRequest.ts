import { createBodyDecoder } from '../decode/createBodyDecoder.ts';
import type { StreamFormat } from '../decode/StreamFormat.ts';
import { createItemPipeline, type PipelineOptions } from '../items/createItemPipeline.ts';
import { callSafely } from '../platform/callSafely.ts';
import type { RequestSource } from '../request/buildRequest.ts';
import type { RequestPlan } from '../request/RequestPlan.ts';
import type { StartRequestOptions } from '../request/startRequest.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamBase } from '../stream/createStreamBase.ts';
import type { FetchStreamOptions } from './FetchStreamOptions.ts';
import { judgeResponse } from './judgeResponse.ts';
import { retryPolicy } from './retryPolicy.ts';
import type { FetchStreamState } from './FetchStreamState.ts';
import type { AnswerFollower } from './StreamResumption.ts';
import { withRequestOf } from './withRequestOf.ts';

/** The options that decide how items are requested, and who is told of them. */
interface ReceivingOptions
  extends RequestSource, PipelineOptions, Pick<FetchStreamOptions, 'maxEventSize' | 'onOpen' | 'retry'> {
  onItem?: ((item: never, event: never) => void) | undefined;
}

/** What the request of one run of a fetch stream works with. */
export interface FetchStreamRequestContext {
  readonly stream: Pick<
    StreamBase<ReceivingOptions, FetchStreamState, unknown, never>,
    'clock' | 'settings' | 'show' | 'snapshots'
  >;
  /** How the body is read. */
  readonly format: StreamFormat;
  /** Returns the latest options with what `start` has changed of the request. */
  source(): RequestSource;
  /** Follows the answers if they can be resumed. */
  readonly answers: AnswerFollower | undefined;
  /** Whether the run is still under way. */
  isCurrent(): boolean;
  /** Ends the run, because an item or the server has ended it. */
  finish(error?: StreamError): void;
}

/** Creates the request of one run of a fetch stream: its plan, and the listener that shows and calls back what it reports. */
export function createFetchStreamRequest(context: FetchStreamRequestContext): StartRequestOptions {
  const { stream, format, source, answers, isCurrent, finish } = context;
  const { clock, settings, show, snapshots } = stream;
  const started = source();
  const pipeline = createItemPipeline({
    options: settings,
    defaultParser: format === 'json-lines' ? 'json' : 'text',
    isCurrent,
    add: snapshots.add,
    onItem: (item, event) => {
      if (answers?.onItem(item) === false) return;
      callSafely(settings().onItem, item as never, event as never);
    },
    onParseError: finish,
    onEnd: finish,
  });
  const plan: RequestPlan = {
    source: () => withRequestOf(started, source()),
    accept: format === 'events' ? 'text/event-stream' : '*/*',
    lastEventId: () => '',
    judge: (response) => judgeResponse(response, format),
    createDecoder: (sink) => createBodyDecoder({ ...sink, format, maxEventSize: settings().maxEventSize }),
    isComplete: pipeline.isComplete,
    // Once something has arrived, sending the request again would deliver the beginning twice.
    policy: ({ error, hasDelivered }) => {
      const hasBegun = hasDelivered || snapshots.state().loaded > 0;
      return error && !hasBegun ? retryPolicy(settings().retry) : undefined;
    },
  };
  return {
    clock,
    memory: {},
    plan: () => plan,
    listener: {
      onResponse: (response, details) => {
        pipeline.start(details);
        show({ status: 'streaming', response });
        // A listener may have stopped the stream.
        if (isCurrent()) callSafely(settings().onOpen, response);
      },
      // An end mark that came before must come again.
      onReplay: pipeline.start,
      onChunk: ({ length }) => snapshots.update({ loaded: snapshots.state().loaded + length }),
      onItem: pipeline.push,
      onRetry: (reconnection) => show({ status: 'connecting', response: undefined, reconnection }),
      onEnd: (_reason, error) => finish(error),
    },
  };
}
