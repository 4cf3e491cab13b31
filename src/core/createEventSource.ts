import type { Accumulator, DataOf, DefaultAccumulator } from './accumulators/Accumulator.ts';
import { latest } from './accumulators/latest.ts';
import { describeRequest, isOff } from './buildRequest.ts';
import { callSafely } from './callSafely.ts';
import { systemClock } from './clock.ts';
import { createAttachment } from './createAttachment.ts';
import {
  openConnection,
  reconnectionPolicy,
  type ConnectionMember,
  type EventConnection,
} from './createEventConnection.ts';
import { createItemPipeline } from './createItemPipeline.ts';
import { createSnapshots } from './createSnapshots.ts';
import type { CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceStore } from './EventSourceStore.ts';
import type { EventParser, ParsedItem } from './parseItem.ts';
import type { StreamUrl } from './RequestOptions.ts';
import { StreamError } from './StreamError.ts';
import { isOpaque, requestIdentity } from './streamIdentity.ts';

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
  let settings = { ...options, url };
  const current = () => settings;
  const byDefault = latest();
  /** What is shown beside the data. */
  const state = {
    status: 'idle',
    lastEvent: undefined,
    lastEventId: options.initialLastEventId ?? '',
    count: 0,
    error: undefined,
    reconnection: undefined,
    response: undefined,
  } as { -readonly [Name in Exclude<keyof Snapshot, 'data'>]: Snapshot[Name] };
  const { getSnapshot, subscribe, publish, touch, add, clear } = createSnapshots(
    clock,
    current,
    () => byDefault,
    (data) => ({ ...state, data }) as Snapshot,
  );

  let connection: EventConnection | undefined;
  /** A new one for each time that it joins: what is under way for the one before does not reach it. */
  let member: ConnectionMember | undefined;
  const isRunning = () => member !== undefined;

  const end = (error?: StreamError) => {
    if (member) connection!.leave(member);
    member = undefined;
    Object.assign(state, { status: error ? 'error' : 'closed', error, reconnection: undefined });
    publish();
  };

  const finish = (reason: CloseReason, error?: StreamError) => {
    end(error);
    if (error) callSafely(settings.onError, error, { willReconnect: false, delay: undefined });
    callSafely(settings.onClose, reason);
  };

  const accept = createItemPipeline({
    options: current,
    run: () => member,
    request: () => describeRequest(settings),
    add: (value, event) => {
      state.count++;
      state.lastEvent = event;
      add(value);
    },
    onItem: (item, event) => {
      const own = member;
      touch();
      // A listener may have closed the source.
      if (member === own) callSafely(settings.onEvent, item as ParsedItem<Parser>, event!);
    },
    onParseError: (error, event) => callSafely(settings.onParseError, error, event!),
    onEnd: (error) => finish(error ? 'error' : 'until', error),
  });

  const connect = () => {
    const { share, key = '' } = settings;
    if (isOff(settings.url)) return;
    if (share === true && !key && isOpaque(settings)) {
      const says = '`share: true` needs a `key` where text does not stand for the url or body.';
      return finish('error', new StreamError('request', says, describeRequest(settings)));
    }
    const name = share === true ? requestIdentity(settings) + key : share || undefined;
    connection = openConnection(clock, state.lastEventId, name);
    state.lastEventId = connection.lastEventId;
    const own: ConnectionMember = (member = {
      source: current,
      onState: ({ reason, ...next }) => {
        if (reason) return finish(reason, next.error);
        Object.assign(state, next);
        publish();
        // A listener may have closed the source.
        if (member !== own) return;
        const { status, error, reconnection, response } = state;
        if (status === 'open') callSafely(settings.onOpen, response!);
        if (reconnection && error)
          callSafely(settings.onError, error, { willReconnect: true, delay: reconnection.delay });
      },
      onEvent: (lastEventId, event) => {
        state.lastEventId = lastEventId;
        if (event) accept(event, event);
        else touch();
      },
    });
    connection.join(own);
  };

  const attachment = createAttachment(current, isRunning, connect, () => {
    end();
    return reconnectionPolicy(settings) !== undefined;
  });

  const setOptions = (next: typeof settings) => {
    settings = next;
    attachment.follow();
  };

  return {
    getSnapshot,
    subscribe,
    attach: attachment.attach,
    open: () =>
      attachment.start(() => {
        if (member) return;
        state.count = 0;
        connect();
      }),
    close: () => {
      attachment.drop();
      if (member) finish('close');
    },
    reconnect: () =>
      attachment.start(() => {
        if (member) connection!.restart();
        else connect();
      }),
    clear: () => {
      clear();
      state.count = 0;
      state.lastEvent = undefined;
      publish();
    },
    update: (next) => setOptions({ ...settings, ...next }),
    setOptions,
  };
}
