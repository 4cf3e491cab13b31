import { createBodyDecoder } from '../decode/createBodyDecoder.ts';
import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { ItemPipeline } from '../items/createItemPipeline.ts';
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
import { withRequestOf } from './withRequestOf.ts';

/** The options that decide how a response is asked for, and who is told of it. */
interface ReceivingOptions extends RequestSource, Pick<FetchStreamOptions, 'maxEventSize' | 'onOpen' | 'retry'> {}

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
  /** Takes the items to the snapshots. */
  readonly pipeline: ItemPipeline;
  /** Whether the run is still under way. */
  isCurrent(): boolean;
  /** Ends the run, because an item or the server has ended it. */
  finish(error?: StreamError): void;
}

/** Creates the request of one run of a fetch stream: its plan, and the listener that shows and calls back what it reports. */
export function createFetchStreamRequest(context: FetchStreamRequestContext): StartRequestOptions {
  const { stream, format, source, pipeline, isCurrent, finish } = context;
  const { clock, settings, show, snapshots } = stream;
  const started = source();
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
      onReplay: pipeline.start,
      onContinue: pipeline.continue,
      onChunk: ({ length }) => snapshots.update({ loaded: snapshots.state().loaded + length }),
      onItem: pipeline.push,
      onRetry: (reconnection) => show({ status: 'connecting', response: undefined, reconnection }),
      onEnd: (_reason, error) => finish(error),
    },
  };
}
