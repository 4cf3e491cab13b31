import { createEventStreamParser } from '../decode/createEventStreamParser.ts';
import { createItemPipeline, type PipelineOptions } from '../items/createItemPipeline.ts';
import { callSafely } from '../platform/callSafely.ts';
import type { RequestSource } from '../request/buildRequest.ts';
import type { RequestMember } from '../request/createSharedRequest.ts';
import type { SharedRun } from '../request/Sharing.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamBase } from '../stream/createStreamBase.ts';
import type { CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceState } from './EventSourceStore.ts';
import { judgeResponse } from './judgeResponse.ts';
import { reconnectionPolicy } from './reconnectionPolicy.ts';

/** The options that decide how events are requested, and who is told of them. */
interface ReceivingOptions
  extends
    RequestSource,
    PipelineOptions,
    Pick<EventSourceOptions, 'maxEventSize' | 'onComment' | 'onError' | 'onOpen' | 'onParseError' | 'reconnect'> {
  onEvent?: ((item: never, event: ServerSentEvent) => void) | undefined;
}

/** What the request of one run of an event source works with. */
export interface EventSourceRequestContext {
  readonly stream: Pick<
    StreamBase<ReceivingOptions, EventSourceState, unknown, SharedRun>,
    'settings' | 'show' | 'snapshots'
  >;
  /** Whether the run is still under way. */
  isCurrent(): boolean;
  /** Closes the source, because an item or the server has ended the run. */
  finish(reason: CloseReason, error?: StreamError): void;
}

/** Creates the plan of an event source's request, and the listener that shows and calls back what the request reports. */
export function createEventSourceRequest({ stream, isCurrent, finish }: EventSourceRequestContext): RequestMember {
  const { settings, show, snapshots } = stream;
  const lastEventId = () => snapshots.state().lastEventId;
  const pipeline = createItemPipeline({
    options: settings,
    defaultParser: 'text',
    isCurrent,
    add: snapshots.add,
    onItem: (item, event) => callSafely(settings().onEvent, item as never, event!),
    onParseError: (error, event) => callSafely(settings().onParseError, error, event!),
    onEnd: (error) => finish(error ? 'error' : 'until', error),
  });
  return {
    plan: {
      source: settings,
      accept: 'text/event-stream',
      lastEventId,
      judge: judgeResponse,
      createDecoder: (sink) =>
        createEventStreamParser({
          ...sink,
          onEvent: (event) => sink.onItem(event, event),
          maxEventSize: settings().maxEventSize,
          lastEventId: lastEventId(),
        }),
      isComplete: pipeline.isComplete,
      policy: () => reconnectionPolicy(settings()),
    },
    listener: {
      onConnecting: () => show({ status: 'connecting' }),
      onResponse: (response, details) => {
        pipeline.start(details);
        show({ status: 'open', error: undefined, response });
        // A listener may have closed the source.
        if (isCurrent()) callSafely(settings().onOpen, response);
      },
      onItem: pipeline.push,
      onLastEventId: (id) => snapshots.update({ lastEventId: id }),
      onComment: (comment) => callSafely(settings().onComment, comment),
      onRetry: (reconnection) => {
        const { error, delay } = reconnection;
        show({ status: 'reconnecting', error, reconnection });
        if (error && isCurrent()) callSafely(settings().onError, error, { willReconnect: true, delay });
      },
      onEnd: finish,
    },
  };
}
