import type { Accumulator, DataOf } from './accumulators/Accumulator.ts';
import { latest, type LatestAccumulator } from './accumulators/latest.ts';
import { describeRequest, isOff } from './buildRequest.ts';
import { callSafely } from './callSafely.ts';
import { checkOptions } from './checkOptions.ts';
import { systemClock } from './clock.ts';
import { createAccumulation } from './createAccumulation.ts';
import { createAttachment } from './createAttachment.ts';
import type { ConnectionMember, ConnectionState, Reconnection } from './createEventConnection.ts';
import { createItemPipeline } from './createItemPipeline.ts';
import { createPublisher } from './createPublisher.ts';
import type { CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import { joinConnection, type Membership } from './joinConnection.ts';
import type { EventParser, ParsedItem } from './parseItem.ts';
import type { StreamUrl } from './RequestOptions.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import type { StreamError } from './StreamError.ts';
import { streamIdentity } from './streamIdentity.ts';
import { toStreamResponse, type StreamResponse } from './StreamResponse.ts';

/** Where an event source stands. */
export type EventSourceStatus = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'closed' | 'error';

/** All that there is to know of an event source at one moment. */
export interface EventSourceSnapshot<Data> {
  readonly status: EventSourceStatus;
  /** What `accumulate` made of the items; by default the latest item. */
  readonly data: Data;
  /** The latest event that went into `data`. */
  readonly lastEvent: ServerSentEvent | undefined;
  /** The last event ID, sent when the source reconnects. Empty where there is none. */
  readonly lastEventId: string;
  /** How many events went into `data` since `open()` or `clear()`. */
  readonly count: number;
  /** The latest failure; `undefined` once the source is open. */
  readonly error: StreamError | undefined;
  /** The retry that is waited for or under way. */
  readonly reconnection: Reconnection | undefined;
  /** The latest response. */
  readonly response: StreamResponse | undefined;
}

/** A source of server-sent events. It does nothing until it is opened. */
export interface EventSourceStore<Data, Options = EventSourceOptions> {
  getSnapshot(): EventSourceSnapshot<Data>;
  /** Calls `listener` after each change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Connects, with the last event ID if there is one. Does nothing while the source is connected or reconnecting. */
  open(): void;
  /** Closes the connection. The data stays. */
  close(): void;
  /** Connects again at once, with the last event ID, whatever the source is doing. */
  reconnect(): void;
  /** Forgets data, count and last event. The connection and the last event ID stay. */
  clear(): void;
  /** Changes options, `url` included, from the next item or request on. */
  update(options: Partial<Options> & { url?: StreamUrl }): void;
  /**
   * Ties the source to the life of a component: opens it in a microtask where it is `enabled`.
   *
   * @returns the function that closes it without calling back.
   */
  attach(): () => void;
}

/**
 * Creates a source of server-sent events that does nothing until it is opened.
 *
 * @param url - a url, a function that gives one for each attempt, or `null`, with which the source stays idle.
 */
export function createEventSource<
  const Parser extends EventParser = 'text',
  Value = ParsedItem<Parser>,
  Acc extends Accumulator<never, unknown> = LatestAccumulator,
>(
  url: StreamUrl,
  options: EventSourceOptions<Parser, Value, Acc> = {},
): EventSourceStore<DataOf<Acc, Value>, EventSourceOptions<Parser, Value, Acc>> {
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
    request: () => describeRequest(url, options),
    onItem: (item, event, isAccumulated) => {
      if (isAccumulated) {
        count++;
        lastEvent = event;
      }
      touch();
      callSafely(options.onEvent, item as ParsedItem<Parser>, event!);
    },
    onParseError: (failure, event) => callSafely(options.onParseError, failure, event!),
    onEnd: (failure) => finish(failure ? 'error' : 'until', failure),
  });

  const member: ConnectionMember = {
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
      error = reconnection?.error;
      if (state.status === 'open') response = toStreamResponse(state.response);
      publish();
      if (state.status === 'open') callSafely(options.onOpen, response!);
      if (error) callSafely(options.onError, error, { willReconnect: true, delay: reconnection!.delay });
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
  };

  const connect = () => {
    const mistake = checkOptions(url, options);
    if (mistake) return finish('error', mistake);
    if (isOff(url)) return;
    const { share } = options;
    const sharedAs = share === true ? streamIdentity(url, options) : share || undefined;
    membership = joinConnection(member, clock, lastEventId, sharedAs);
    // Apart from the line before, since a listener may already leave.
    membership.connection.join(member);
  };

  const attachment = createAttachment({
    isEnabled: () => options.enabled ?? true,
    isFresh: () => status === 'idle',
    isRunning: () => membership !== undefined,
    resume: connect,
    interrupt: () => {
      leave();
      cancel();
      status = 'closed';
      publish();
      return true;
    },
  });

  return {
    getSnapshot,
    subscribe,
    attach: attachment.attach,
    open: () => {
      if (membership || attachment.isDetached) return;
      attachment.take();
      count = 0;
      connect();
    },
    close: () => {
      if (membership) finish('close');
    },
    reconnect: () => {
      if (attachment.isDetached) return;
      if (membership) membership.connection.restart();
      else {
        attachment.take();
        connect();
      }
    },
    clear: () => {
      accumulation.clear();
      count = 0;
      lastEvent = undefined;
      publish();
    },
    update: ({ url: nextUrl = url, ...next }) => {
      url = nextUrl;
      options = { ...options, ...next };
      attachment.follow();
    },
  };
}
