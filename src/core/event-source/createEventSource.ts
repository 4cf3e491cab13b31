import type { Accumulator, DataOf, DefaultAccumulator } from '../items/accumulators/Accumulator.ts';
import { latest } from '../items/accumulators/latest.ts';
import { describeRequest, requestMethod, type RequestSource } from '../request/buildRequest.ts';
import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createAutoStart } from '../platform/createAutoStart.ts';
import { createEventStreamParser } from '../decode/createEventStreamParser.ts';
import { createItemPipeline } from '../items/createItemPipeline.ts';
import { createSnapshots } from '../items/createSnapshots.ts';
import type { CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceStore } from './EventSourceStore.ts';
import type { EventParser, ParsedItem } from '../items/parseItem.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { shareRequest, type RequestMember, type SharedRequest } from '../request/shareRequest.ts';
import { StreamError } from '../StreamError.ts';
import { isOpaque, requestIdentity } from '../request/streamIdentity.ts';
import { toStreamResponse } from '../request/StreamResponse.ts';

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
  const { getSnapshot, subscribe, show, touch, add, clear } = createSnapshots<Snapshot, typeof state>(
    clock,
    current,
    () => byDefault,
    state,
  );

  let shared: SharedRequest | undefined;
  /** A new one for each time that it joins: what is under way for the one before does not reach it. */
  let member: RequestMember | undefined;
  const run = () => member;

  const end = (error?: StreamError) => {
    if (member) shared!.leave(member);
    member = undefined;
    show({ status: error ? 'error' : 'closed', error, reconnection: undefined });
  };

  const finish = (reason: CloseReason, error?: StreamError) => {
    end(error);
    if (error) callSafely(settings.onError, error, { willReconnect: false, delay: undefined });
    callSafely(settings.onClose, reason);
  };

  const accept = createItemPipeline({
    options: current,
    run,
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
    const { share, key } = settings;
    if (!settings.url) return;
    const identity = requestIdentity(settings);
    if (share === true && key === undefined && isOpaque.test(identity)) {
      const says = '`share: true` needs a `key` beside a function or form.';
      return finish('error', new StreamError('request', says, describeRequest(settings)));
    }
    const name = share === true ? identity + String(key) : share || undefined;
    let isGone: boolean;
    const own: RequestMember = (member = {
      source: current,
      accept: 'text/event-stream',
      lastEventId: () => state.lastEventId,
      judge: judgeResponse,
      createDecoder: (onItem, onRetry) => {
        const onEvent = (event: ServerSentEvent) => onItem(event, event);
        const parser = createEventStreamParser({ ...settings, onEvent, onRetry, lastEventId: state.lastEventId });
        return {
          push: (chunk) => {
            parser.push(chunk);
            onItem(parser);
          },
          end: parser.end,
        };
      },
      policy: () => !isGone && reconnectionPolicy(settings),
      onConnect: () => {
        isGone = false;
        show({ status: 'connecting', reconnection: undefined });
      },
      onResponse: (answer) => {
        isGone = answer.status === 204;
        if (isGone) return;
        const response = toStreamResponse(answer);
        show({ status: 'open', error: undefined, reconnection: undefined, response });
        // A listener may have closed the source.
        if (member === own) callSafely(settings.onOpen, response);
      },
      onItem: (raw, event, details) => {
        const { lastEventId } = raw as { lastEventId: string };
        const isNew = lastEventId !== state.lastEventId;
        state.lastEventId = lastEventId;
        if (event) accept(event, event, details);
        // An ID came without an event.
        else if (isNew) touch();
      },
      onRetry: (reconnection) => {
        const { error, delay } = reconnection;
        show({ status: 'reconnecting', error, reconnection });
        if (error && member === own) callSafely(settings.onError, error, { willReconnect: true, delay });
      },
      onEnd: (error) => finish(error ? 'error' : isGone ? 'no-content' : 'end', error),
    });
    shared = shareRequest(clock, name);
    shared.join(own);
  };

  const attachment = createAutoStart(current, run, connect, () => {
    end();
    return Boolean(reconnectionPolicy(settings));
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
        if (member) shared!.restart();
        else connect();
      }),
    clear: () => {
      clear();
      show({ count: 0, lastEvent: undefined });
    },
    update: (next) => setOptions({ ...settings, ...next }),
    setOptions,
  };
}

/** The policy that a source follows: any method but GET is sent again only where the user says so. */
function reconnectionPolicy(source: RequestSource & Pick<EventSourceOptions, 'reconnect'>): boolean | RetryPolicy {
  return source.reconnect ?? requestMethod(source) === 'GET';
}

// [spec] If res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then fail the connection.
// [spec] HTTP 204 No Content: clients will stop reconnecting.
function judgeResponse({ status, headers }: Response): 'http' | 'content-type' | undefined {
  if (status === 204) return undefined;
  if (status !== 200) return 'http';
  return /^text\/event-stream\s*(;|$)/i.test(headers.get('content-type') ?? '') ? undefined : 'content-type';
}
