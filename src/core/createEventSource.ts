import type { Accumulator, DataOf, DefaultAccumulator } from './accumulators/Accumulator.ts';
import { latest } from './accumulators/latest.ts';
import { describeRequest, isOff } from './buildRequest.ts';
import { callSafely } from './callSafely.ts';
import { checkOptions } from './checkOptions.ts';
import { systemClock } from './clock.ts';
import { createAccumulation } from './createAccumulation.ts';
import { createAttachment } from './createAttachment.ts';
import {
  reconnectionPolicy,
  type ConnectionMember,
  type ConnectionState,
  type Reconnection,
} from './createEventConnection.ts';
import { createItemPipeline } from './createItemPipeline.ts';
import { createPublisher } from './createPublisher.ts';
import type { CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceStatus, EventSourceStore } from './EventSourceStore.ts';
import { joinConnection, type Membership } from './joinConnection.ts';
import type { EventParser, ParsedItem } from './parseItem.ts';
import type { StreamUrl } from './RequestOptions.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import type { StreamError } from './StreamError.ts';
import { requestIdentity } from './streamIdentity.ts';
import { toStreamResponse, type StreamResponse } from './StreamResponse.ts';

/**
 * Creates a source of server-sent events that does nothing until it is opened.
 *
 * @param url - a url, a function that gives one for each attempt, or `null`, with which the source stays idle.
 */
export function createEventSource<
  const Parser extends EventParser = EventParser,
  Value = ParsedItem<Parser>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: StreamUrl,
  options: EventSourceOptions<Parser, Value, Acc> = {},
): EventSourceStore<NoInfer<DataOf<Acc, Value>>, EventSourceOptions<Parser, Value, Acc>> {
  type Snapshot = EventSourceSnapshot<DataOf<Acc, Value>>;
  const { clock = systemClock } = options;
  const byDefault = latest();
  const accumulation = createAccumulation(() => options.accumulate ?? byDefault);

  let membership: Membership | undefined;
  let status: EventSourceStatus = 'idle';
  let error: StreamError | undefined;
  let reconnection: Reconnection | undefined;
  let response: StreamResponse | undefined;
  let lastEvent: ServerSentEvent | undefined;
  let lastEventId = options.initialLastEventId ?? '';
  let count = 0;

  const take = (): Snapshot => {
    const data = accumulation.read() as Snapshot['data'];
    return { status, data, lastEvent, lastEventId, count, error, reconnection, response };
  };
  const { getSnapshot, subscribe, publish, touch, cancel } = createPublisher(clock, take, () => options.throttle);

  const leave = () => {
    membership?.leave();
    membership = undefined;
    reconnection = undefined;
  };

  const finish = (reason: CloseReason, failure?: StreamError) => {
    leave();
    cancel();
    status = failure ? 'error' : 'closed';
    error = failure;
    publish();
    if (failure) callSafely(options.onError, failure, { willReconnect: false, delay: undefined });
    callSafely(options.onClose, reason);
  };

  const accept = createItemPipeline(() => options, accumulation, {
    run: () => membership,
    request: () => describeRequest(url, options),
    onItem: (item, event, isAccumulated) => {
      if (isAccumulated) {
        count++;
        lastEvent = event;
      }
      const own = membership;
      touch();
      // A listener may have closed the source.
      if (membership === own) callSafely(options.onEvent, item as ParsedItem<Parser>, event!);
    },
    onParseError: (failure, event) => callSafely(options.onParseError, failure, event!),
    onEnd: (failure) => finish(failure ? 'error' : 'until', failure),
  });

  /** A new one for each time that it joins: what is under way for the one before does not reach it. */
  const createMember = (): ConnectionMember => ({
    get url() {
      return url;
    },
    get options() {
      return options;
    },
    onState: (state: ConnectionState) => {
      if (state.status === 'ended') return finish(state.reason, state.error);
      ({ status } = state);
      reconnection = state.status === 'reconnecting' ? state.reconnection : undefined;
      const failure = reconnection?.error;
      if (state.status === 'open') {
        response = toStreamResponse(state.response);
        error = undefined;
      }
      if (failure) error = failure;
      const own = membership;
      publish();
      // A listener may have closed the source.
      if (membership !== own) return;
      if (state.status === 'open') callSafely(options.onOpen, response!);
      if (failure) callSafely(options.onError, failure, { willReconnect: true, delay: reconnection!.delay });
    },
    onEvent: (event) => {
      ({ lastEventId } = event);
      accept(event, event);
    },
    onLastEventId: (id) => {
      if (id === lastEventId) return;
      lastEventId = id;
      touch();
    },
  });

  const connect = () => {
    const mistake = checkOptions(url, options);
    if (mistake) return finish('error', mistake);
    if (isOff(url)) return;
    const { share, key = '' } = options;
    const sharedAs = share === true ? requestIdentity(url, options) + key : share || undefined;
    const member = createMember();
    membership = joinConnection(member, clock, lastEventId, sharedAs);
    const { connection } = membership;
    ({ lastEventId } = connection);
    connection.join(member);
  };

  const attachment = createAttachment({
    isEnabled: () => (options.enabled ?? true) && !isOff(url),
    isRunning: () => membership !== undefined,
    resume: connect,
    interrupt: () => {
      leave();
      cancel();
      status = 'closed';
      publish();
      return reconnectionPolicy(options) !== undefined;
    },
  });

  /** Does what a component asks for, unless it is gone. */
  const whenAttached = (action: () => void) => {
    if (!attachment.isDetached) return action();
    // StrictMode takes a component away and brings it back in one turn, with the effects of its children in between.
    queueMicrotask(() => {
      if (!attachment.isDetached) action();
    });
  };

  return {
    getSnapshot,
    subscribe,
    attach: attachment.attach,
    open: () =>
      whenAttached(() => {
        if (membership) return;
        attachment.take();
        count = 0;
        connect();
      }),
    close: () => {
      attachment.drop();
      if (membership) finish('close');
    },
    reconnect: () =>
      whenAttached(() => {
        if (membership) return membership.connection.restart();
        attachment.take();
        connect();
      }),
    clear: () => {
      accumulation.clear();
      count = 0;
      lastEvent = undefined;
      publish();
    },
    update: (next) => {
      if ('url' in next) ({ url } = next);
      options = { ...options, ...next };
      attachment.follow();
    },
  };
}
