import { createEventStreamParser } from '../decode/createEventStreamParser.ts';
import type { Accumulator, DataOf, DefaultAccumulator } from '../items/accumulators/Accumulator.ts';
import { latest } from '../items/accumulators/latest.ts';
import { createItemPipeline } from '../items/createItemPipeline.ts';
import { createSnapshots } from '../items/createSnapshots.ts';
import type { EventParser, ParsedItem } from '../items/parseItem.ts';
import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createAutoStart } from '../platform/createAutoStart.ts';
import { onAbort } from '../platform/onAbort.ts';
import type { BackPressure } from '../request/BackPressure.ts';
import { describeRequest, requestMethod, type RequestSource } from '../request/buildRequest.ts';
import { isEnabled, maySend } from '../request/isEnabled.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import type { RequestListener, RequestPlan } from '../request/RequestPlan.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import { requestRegistry } from '../request/createRequestRegistry.ts';
import type { RequestMember, SharedRequest } from '../request/createSharedRequest.ts';
import { shareKeyOf } from '../request/shareKey.ts';
import type { SharedRun } from '../request/Sharing.ts';
import { toStreamResponse } from '../request/StreamResponse.ts';
import { StreamError } from '../StreamError.ts';
import type { CheckedEventSourceOptions, CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceStore } from './EventSourceStore.ts';
import { judgeResponse } from './judgeResponse.ts';

/**
 * Creates a source of server-sent events that does nothing until it is opened.
 *
 * @param url - a URL, a function that answers one or a stream of bytes for each attempt, or `null`, with which the source
 *   stays idle.
 */
export function createEventSource<
  const Parser extends EventParser = EventParser,
  Value = ParsedItem<Parser>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: StreamUrl,
  options: CheckedEventSourceOptions<Parser, Value, Acc> = {},
): EventSourceStore<DataOf<Acc, Value>, EventSourceOptions<Parser, Value, Acc, DataOf<Acc, Value>>> {
  type Data = DataOf<Acc, Value>;
  type Snapshot = EventSourceSnapshot<Data>;
  type State = Omit<Snapshot, 'data' | 'isPrevious' | 'count' | 'lastEvent'>;
  const { clock = systemClock } = options;
  const defaultAccumulator = latest();
  let settings: EventSourceOptions<Parser, Value, Acc, DataOf<Acc, Value>> & BackPressure & { url: StreamUrl } = {
    ...options,
    url,
  };
  const snapshots = createSnapshots<State, Snapshot>({
    clock,
    options: () => settings,
    defaultAccumulator: () => defaultAccumulator,
    initialState: {
      status: 'idle',
      lastEventId: options.initialLastEventId ?? '',
      error: undefined,
      reconnection: undefined,
      response: undefined,
    },
    compose: (state, shown) => ({ ...state, ...shown, data: shown.data as Data }),
  });
  /** Its part in a request that others may share. */
  let run: SharedRun | undefined;

  /** Ends the run without calling back. */
  const end = (error?: StreamError) => {
    const ended = run;
    run = undefined;
    snapshots.endData();
    snapshots.show({ status: error ? 'error' : 'closed', error, reconnection: undefined });
    // A listener of the abort may open the source again.
    ended?.stop();
  };
  const finish = (reason: CloseReason, error?: StreamError) => {
    const isNormalEnd = reason !== 'close' && reason !== 'error';
    if (isNormalEnd) snapshots.forgetPrevious();
    end(error);
    if (error) callSafely(settings.onError, error, { willReconnect: false, delay: undefined });
    callSafely(settings.onClose, reason);
  };

  const createMember = (isCurrent: () => boolean): RequestMember => {
    const pipeline = createItemPipeline({
      options: () => settings,
      defaultParser: 'text',
      isCurrent,
      add: snapshots.add,
      onItem: (item, event) => callSafely(settings.onEvent, item as ParsedItem<Parser>, event!),
      onParseError: (error, event) => callSafely(settings.onParseError, error, event!),
      onEnd: (error) => finish(error ? 'error' : 'until', error),
    });
    const plan: RequestPlan = {
      source: () => settings,
      accept: 'text/event-stream',
      lastEventId: () => snapshots.state().lastEventId,
      judge: judgeResponse,
      createDecoder: (sink) =>
        createEventStreamParser({
          ...sink,
          onEvent: (event) => sink.onItem(event, event),
          maxEventSize: settings.maxEventSize,
          lastEventId: snapshots.state().lastEventId,
        }),
      isComplete: pipeline.isComplete,
      whenReady: () => settings.whenReady?.(),
      policy: () => reconnectionPolicy(settings),
    };
    const listener: RequestListener = {
      onConnecting: () => snapshots.show({ status: 'connecting', reconnection: undefined }),
      onResponse: (answer, details) => {
        pipeline.start(details);
        const response = toStreamResponse(answer);
        snapshots.show({ status: 'open', error: undefined, reconnection: undefined, response });
        // A listener may have closed the source.
        if (isCurrent()) callSafely(settings.onOpen, response);
      },
      onItem: pipeline.push,
      onLastEventId: (lastEventId) => snapshots.update({ lastEventId }),
      onComment: (comment) => callSafely(settings.onComment, comment),
      onRetry: (reconnection) => {
        const { error, delay } = reconnection;
        snapshots.show({ status: 'reconnecting', error, reconnection });
        if (error && isCurrent()) callSafely(settings.onError, error, { willReconnect: true, delay });
      },
      onEnd: finish,
    };
    return { plan, listener };
  };

  const close = () => {
    autoStart.stopByHand();
    if (run) finish('close');
  };
  const connect = () => {
    if (!maySend(settings)) return;
    const key = shareKeyOf(settings);
    if (settings.share && !key) {
      const says = '`share: true` needs a `key` if the URL, body or headers cannot be compared.';
      finish('error', new StreamError('request', says, describeRequest(settings)));
      return;
    }
    const request: SharedRequest = requestRegistry.find(clock, key);
    const ignoreAbort = onAbort(settings.signal, close);
    const own: SharedRun = {
      stop: () => {
        ignoreAbort();
        request.leave(member);
      },
      restart: request.restart,
    };
    const member = createMember(() => run === own);
    run = own;
    request.join(member);
  };

  const autoStart = createAutoStart({
    isEnabled: () => isEnabled(settings),
    isRunning: () => run !== undefined,
    resume: connect,
    interrupt: () => {
      end();
      return Boolean(reconnectionPolicy(settings));
    },
    stayIdle: () => {
      if (snapshots.state().status === 'connecting') snapshots.show({ status: 'idle' });
    },
  });

  const setOptions = (next: typeof settings) => {
    settings = next;
    autoStart.follow();
  };

  return {
    getSnapshot: snapshots.getSnapshot,
    subscribe: snapshots.subscribe,
    attach: autoStart.attach,
    prepare: (replaced) => {
      if (replaced) snapshots.replace(replaced);
      snapshots.show(isEnabled(settings) ? { status: 'connecting' } : {});
    },
    refuse: (error) => {
      autoStart.stopByHand();
      finish('error', error);
    },
    open: () =>
      autoStart.startByHand(() => {
        if (run) return;
        snapshots.resetCount();
        connect();
      }),
    close,
    reconnect: () =>
      autoStart.startByHand(() => {
        if (run) run.restart();
        else connect();
      }),
    clear: () => {
      snapshots.clear();
      snapshots.show({});
    },
    update: (next) => setOptions({ ...settings, ...next }),
    setOptions,
  };
}

/** Returns the policy of a source: only a GET is sent again without the user's consent. */
function reconnectionPolicy(source: RequestSource & Pick<EventSourceOptions, 'reconnect'>): boolean | RetryPolicy {
  return source.reconnect ?? requestMethod(source) === 'GET';
}
