import { createBodyDecoder } from '../decode/createBodyDecoder.ts';
import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { Accumulator, DefaultAccumulator } from '../items/accumulators/Accumulator.ts';
import { concat } from '../items/accumulators/concat.ts';
import { list } from '../items/accumulators/list.ts';
import { createItemPipeline } from '../items/createItemPipeline.ts';
import { createSnapshots } from '../items/createSnapshots.ts';
import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createAutoStart } from '../platform/createAutoStart.ts';
import { requestMethod } from '../request/buildRequest.ts';
import { isEnabled } from '../request/isEnabled.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import type { RequestListener, RequestPlan, Run } from '../request/RequestPlan.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import { startRequest } from '../request/startRequest.ts';
import { toStreamResponse } from '../request/StreamResponse.ts';
import type { StreamError } from '../StreamError.ts';
import type {
  FetchStreamOptions,
  FetchStreamOverrides,
  FormatData,
  FormatItem,
  FormatParser,
} from './FetchStreamOptions.ts';
import type { FetchStreamResult, FetchStreamSnapshot, FetchStreamStore } from './FetchStreamStore.ts';
import { judgeResponse } from './judgeResponse.ts';
import { measureProgress } from './measureProgress.ts';

/** A run of a fetch stream, from a start to its end. */
interface FetchStreamRun<Data> extends Run {
  /** How its body is read, whatever the options say meanwhile. */
  readonly format: StreamFormat;
  /** Tells the caller of `start` how it ended. A stream that started by itself has no such caller. */
  readonly resolve: ((result: FetchStreamResult<Data>) => void) | undefined;
}

type EndStatus = 'done' | 'stopped' | 'error';

/**
 * Creates a stream of one response that does nothing until it is started.
 *
 * @param url - a URL, a function that returns one for each attempt, or `null`, with which the stream stays idle.
 */
export function createFetchStream<
  As extends StreamFormat = 'text',
  const Parser extends FormatParser<As> = FormatParser<As>,
  Value = FormatItem<As, Parser>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: StreamUrl,
  options: FetchStreamOptions<As, Parser, Value, Acc, FormatData<As, Acc, Value>> = {},
): FetchStreamStore<
  NoInfer<FormatData<As, Acc, Value>>,
  FetchStreamOptions<As, Parser, Value, Acc, FormatData<As, Acc, Value>>
> {
  type Data = FormatData<As, Acc, Value>;
  type Snapshot = FetchStreamSnapshot<Data>;
  type State = Pick<Snapshot, 'status' | 'error' | 'response'> & { readonly loaded: number };
  const { clock = systemClock } = options;
  const defaultAccumulators = { text: concat(), other: list() };
  let settings = { ...options, url };
  /** What the latest `start` changed of the request. */
  let overrides: FetchStreamOverrides = {};
  let run: FetchStreamRun<Data> | undefined;
  /** The format of the latest run: it is what the data was made of. */
  let format: StreamFormat = options.as ?? 'text';
  const source = () => ({ ...settings, ...overrides });

  const snapshots = createSnapshots<State, Snapshot>({
    clock,
    options: () => settings,
    defaultAccumulator: () => (format === 'text' ? defaultAccumulators.text : defaultAccumulators.other),
    initialState: { status: 'idle', error: undefined, response: undefined, loaded: 0 },
    compose: ({ status, error, response, loaded }, { data, count }) => ({
      status,
      data: data as Data,
      count,
      error,
      isStreaming: status === 'connecting' || status === 'streaming',
      progress: measureProgress(loaded, response?.headers),
      response,
    }),
  });

  /** Shows an empty stream. */
  const showEmpty = (status: 'idle' | 'connecting') => {
    format = run?.format ?? settings.as ?? 'text';
    snapshots.clear();
    snapshots.show({ status, error: undefined, response: undefined, loaded: 0 });
  };

  /**
   * Takes the run off the stream, so that nothing more of it arrives.
   *
   * @returns a function that aborts its request and tells its caller. Either may start another run, so the stream must
   * show its next state first.
   */
  const release = (status: EndStatus, error?: StreamError): (() => void) => {
    const ended = run;
    const data = snapshots.data() as Data;
    run = undefined;
    return () => {
      ended?.stop();
      ended?.resolve?.({ status, data, error });
    };
  };
  const callBack = (status: EndStatus, data: Data, error: StreamError | undefined) => {
    const { onEnd, onStop, onError } = settings;
    if (error) callSafely(onError, error);
    else callSafely(status === 'done' ? onEnd : onStop, data);
  };
  /** Ends the run, if there is one, and calls back after `showNext`, because a callback may start another run. */
  const end = (status: EndStatus, showNext: () => void, error?: StreamError) => {
    const wasRunning = run !== undefined;
    const data = snapshots.data() as Data;
    const settle = release(status, error);
    showNext();
    settle();
    if (wasRunning) callBack(status, data, error);
  };
  const finish = (error?: StreamError) => {
    const status = error ? 'error' : 'done';
    end(status, () => snapshots.show({ status, error }), error);
  };
  const stopRun = () => end('stopped', () => snapshots.show({ status: 'stopped', error: undefined }));

  const begin = (resolve: FetchStreamRun<Data>['resolve']) => {
    const own: FetchStreamRun<Data> = { format: settings.as ?? 'text', resolve, stop: () => stopRequest() };
    run = own;
    const isCurrent = () => run === own;
    const pipeline = createItemPipeline({
      options: () => settings,
      defaultParser: own.format === 'json-lines' ? 'json' : 'text',
      isCurrent,
      add: snapshots.add,
      onItem: (item, event) =>
        callSafely(settings.onItem as ((item: unknown, event: unknown) => void) | undefined, item, event),
      onParseError: finish,
      onEnd: finish,
    });
    const plan: RequestPlan = {
      source,
      accept: own.format === 'events' ? 'text/event-stream' : '*/*',
      lastEventId: () => '',
      judge: (response) => judgeResponse(response, own.format),
      createDecoder: ({ onItem }) =>
        createBodyDecoder({ format: own.format, maxEventSize: settings.maxEventSize, onItem }),
      isComplete: pipeline.isComplete,
      // Once a byte has arrived, sending the request again would deliver the beginning twice.
      policy: (error) => (error && snapshots.state().loaded === 0 ? retryPolicy(settings.retry) : undefined),
    };
    const listener: RequestListener = {
      onResponse: (answer, details) => {
        pipeline.start(details);
        const response = toStreamResponse(answer);
        snapshots.show({ status: 'streaming', response });
        // A listener may have stopped the stream.
        if (isCurrent()) callSafely(settings.onOpen, response);
      },
      onChunk: ({ length }) => snapshots.update({ loaded: snapshots.state().loaded + length }),
      onItem: pipeline.push,
      onRetry: () => snapshots.show({ status: 'connecting', response: undefined }),
      onEnd: (_reason, error) => finish(error),
    };
    const stopRequest = startRequest({ clock, plan: () => plan, listener, memory: {} });
    showEmpty('connecting');
  };

  const autoStart = createAutoStart({
    isEnabled: () => isEnabled(settings),
    isRunning: () => run !== undefined,
    resume: () => {
      if (source().url) begin(undefined);
    },
    interrupt: () => {
      const settle = release('stopped');
      snapshots.show({ status: 'stopped', error: undefined });
      settle();
      // Sending anything but a GET again may have consequences that only the user knows.
      return requestMethod(source()) === 'GET';
    },
    stayIdle: () => {
      if (snapshots.state().status === 'connecting') snapshots.show({ status: 'idle' });
    },
  });

  const setOptions = (next: typeof settings) => {
    settings = next;
    autoStart.follow();
  };
  const stop = () => {
    autoStart.stopByHand();
    if (run) stopRun();
  };

  return {
    getSnapshot: snapshots.getSnapshot,
    subscribe: snapshots.subscribe,
    attach: (effect = 'layout') => autoStart.attach(effect),
    prepare: () => {
      if (isEnabled(settings)) snapshots.show({ status: 'connecting' });
    },
    refuse: (error) => {
      autoStart.stopByHand();
      snapshots.show({ status: 'error', error });
      callSafely(settings.onError, error);
    },
    start: (changes) =>
      new Promise((resolve) => {
        const refuse = () => resolve({ status: 'stopped', data: snapshots.emptyData() as Data, error: undefined });
        autoStart.startByHand(() => {
          overrides = pickOverrides(changes ?? {});
          if (source().url) {
            end('stopped', () => begin(resolve));
          } else {
            stop();
            refuse();
          }
        }, refuse);
      }),
    stop,
    reset: () => {
      autoStart.stopByHand();
      end('stopped', () => showEmpty('idle'));
    },
    update: (next) => setOptions({ ...settings, ...next }),
    setOptions,
  };
}

/** Returns the policy of a stream that has not received a byte. A connection without one never counts as good. */
function retryPolicy(retry: boolean | RetryPolicy | undefined): RetryPolicy | undefined {
  if (!retry) return undefined;
  const policy = retry === true ? {} : retry;
  return { ...policy, resetAfter: Infinity };
}

/** Picks what may be overridden, because `start` is often called with a click's event. */
function pickOverrides({ url, method, headers, body }: FetchStreamOverrides): FetchStreamOverrides {
  const given = Object.entries({ url, method, headers, body }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
