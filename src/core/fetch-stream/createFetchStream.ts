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
import { onAbort } from '../platform/onAbort.ts';
import type { BackPressure } from '../request/BackPressure.ts';
import { requestMethod } from '../request/buildRequest.ts';
import { isEnabled, maySend } from '../request/isEnabled.ts';
import type { StreamSource } from '../request/RequestOptions.ts';
import type { RequestListener, RequestPlan, Run } from '../request/RequestPlan.ts';
import { startRequest, type StartRequestOptions } from '../request/startRequest.ts';
import { toStreamResponse } from '../request/StreamResponse.ts';
import type { StreamError } from '../StreamError.ts';
import type {
  AnsweredItem,
  CheckedFetchStreamOptions,
  FetchStreamOptions,
  FetchStreamOverrides,
  FormatData,
  FormatItem,
  FormatParser,
  SkippedSource,
} from './FetchStreamOptions.ts';
import type { FetchStreamResult, FetchStreamSnapshot, FetchStreamStore } from './FetchStreamStore.ts';
import { judgeResponse } from './judgeResponse.ts';
import { measureProgress } from './measureProgress.ts';
import { retryPolicy } from './retryPolicy.ts';
import { withRequestOf } from './withRequestOf.ts';
import type { EndStatus, FetchStreamState } from './StreamResumption.ts';

/** A run of a fetch stream, from a start to its end. */
interface FetchStreamRun<Data> extends Run {
  /** Tells the caller of `start` how it ended. A stream that started by itself has no such caller. */
  readonly resolve: ((result: FetchStreamResult<Data>) => void) | undefined;
}

/**
 * Creates a stream of one response that does nothing until it is started.
 *
 * @param url - a URL, a function that answers one or a stream for each attempt, or `null`, with which the stream stays idle.
 */
export function createFetchStream<
  As extends StreamFormat = 'text',
  Source extends StreamSource = SkippedSource,
  const Parser extends FormatParser<As, AnsweredItem<Source>> = FormatParser<As, AnsweredItem<Source>>,
  Value = FormatItem<As, Parser, AnsweredItem<Source>>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: Source,
  options: CheckedFetchStreamOptions<As, Parser, Value, Acc, FormatData<As, Acc, Value>, AnsweredItem<Source>> = {},
): FetchStreamStore<
  FormatData<As, Acc, Value>,
  FetchStreamOptions<
    As,
    Parser,
    Value,
    Acc,
    FormatData<As, Acc, Value>,
    AnsweredItem<Source>,
    FormatData<As, Acc, Value>
  >
> {
  type Data = FormatData<As, Acc, Value>;
  type Snapshot = FetchStreamSnapshot<Data>;
  const { clock = systemClock } = options;
  const defaultAccumulators = { text: concat(), other: list() };
  type Settings = FetchStreamOptions<As, Parser, Value, Acc, Data, AnsweredItem<Source>, Data> & { url: StreamSource };
  let settings: Settings & BackPressure = { ...options, url };
  /** What the latest `start` changed of the request. */
  let overrides: FetchStreamOverrides = {};
  let run: FetchStreamRun<Data> | undefined;
  /** How the body of the latest run is read, even if the option has changed since. */
  let format: StreamFormat = options.as ?? 'text';
  const source = () => ({ ...settings, ...overrides });

  const snapshots = createSnapshots<FetchStreamState, Snapshot>({
    clock,
    options: () => settings,
    defaultAccumulator: () => (format === 'text' ? defaultAccumulators.text : defaultAccumulators.other),
    initialState: { status: 'idle', error: undefined, reconnection: undefined, response: undefined, loaded: 0 },
    compose: ({ status, error, reconnection, response, loaded }, { data, isPrevious, count }) => ({
      status,
      data: data as Data,
      isPrevious,
      count,
      error,
      isStreaming: status === 'connecting' || status === 'streaming',
      reconnection,
      progress: measureProgress(loaded, response?.headers),
      response,
    }),
  });

  /** Shows a change, which ends the wait for a retry unless it says that one is waited for. */
  const show = (change: Partial<FetchStreamState>) => snapshots.show({ reconnection: undefined, ...change });
  /** Shows a stream that has received nothing. */
  const showEmpty = (status: 'idle' | 'connecting') =>
    show({ status, error: undefined, response: undefined, loaded: 0 });
  const showStopped = () => show({ status: 'stopped', error: undefined });

  /** Ends the data of the run, unless its answer may continue, and describes the end. */
  const describeEnd = (status: EndStatus, error?: StreamError): FetchStreamResult<Data> => {
    if (run && !answers?.isOpen()) snapshots.endData();
    return { status, data: snapshots.accumulated().data as Data, error };
  };
  /** Ends the run without calling back. Its abort or its caller may start another run, so `showNext` is called before. */
  const settle = (result: FetchStreamResult<Data>, showNext: () => void) => {
    const ended = run;
    run = undefined;
    showNext();
    ended?.stop();
    ended?.resolve?.(result);
  };
  /** Follows the answers if they can be resumed. */
  const answers = options.resume?.follow({ options: () => settings, snapshots, settle });
  /** Ends the answer, before its data is read, because the end may change what is shown. */
  const endAnswer: typeof describeEnd = (status, error) => {
    answers?.end(status);
    return describeEnd(status, error);
  };
  const callBack = ({ status, data, error }: FetchStreamResult<Data>) => {
    const { onEnd, onStop, onError } = settings;
    if (error) callSafely(onError, error);
    else callSafely(status === 'done' ? onEnd : onStop, data);
  };
  /** Ends the run, if there is one, and calls back. */
  const end = (result: FetchStreamResult<Data>, showNext: () => void) => {
    const wasRunning = run !== undefined;
    settle(result, showNext);
    if (wasRunning) callBack(result);
  };
  const finish = (error?: StreamError) => {
    const status = error ? 'error' : 'done';
    if (!error) snapshots.forgetPrevious();
    end(endAnswer(status, error), () => show({ status, error }));
  };

  const begin = (resolve: FetchStreamRun<Data>['resolve']) => {
    let stopRequest: (() => void) | undefined;
    const ignoreAbort = onAbort(settings.signal, stop);
    const own: FetchStreamRun<Data> = {
      resolve,
      stop: () => {
        ignoreAbort();
        stopRequest?.();
      },
    };
    format = settings.as ?? 'text';
    run = own;
    const isCurrent = () => run === own;
    const pipeline = createItemPipeline({
      options: () => settings,
      defaultParser: format === 'json-lines' ? 'json' : 'text',
      isCurrent,
      add: snapshots.add,
      onItem: (item, event) => {
        if (answers?.onItem(item) === false) return;
        callSafely(settings.onItem as ((item: unknown, event: unknown) => void) | undefined, item, event);
      },
      onParseError: finish,
      onEnd: finish,
    });
    const started = source();
    const plan: RequestPlan = {
      source: () => withRequestOf(started, source()),
      accept: format === 'events' ? 'text/event-stream' : '*/*',
      lastEventId: () => '',
      judge: (response) => judgeResponse(response, format),
      createDecoder: (sink) => createBodyDecoder({ ...sink, format, maxEventSize: settings.maxEventSize }),
      isComplete: pipeline.isComplete,
      whenReady: () => settings.whenReady?.(),
      // Once something has arrived, sending the request again would deliver the beginning twice.
      policy: ({ error, hasDelivered }) => {
        const hasBegun = hasDelivered || snapshots.state().loaded > 0;
        return error && !hasBegun ? retryPolicy(settings.retry) : undefined;
      },
    };
    const listener: RequestListener = {
      onResponse: (answer, details) => {
        pipeline.start(details);
        const response = toStreamResponse(answer);
        show({ status: 'streaming', response });
        // A listener may have stopped the stream.
        if (isCurrent()) callSafely(settings.onOpen, response);
      },
      // An end mark that came before must come again.
      onReplay: pipeline.start,
      onChunk: ({ length }) => snapshots.update({ loaded: snapshots.state().loaded + length }),
      onItem: pipeline.push,
      onRetry: (reconnection) => show({ status: 'connecting', response: undefined, reconnection }),
      onEnd: (_reason, error) => finish(error),
    };
    const request: StartRequestOptions = { clock, plan: () => plan, listener, memory: {} };
    stopRequest = startRequest(answers?.begin(request) ?? request);
    // The resumption has called functions of the user, which may have stopped the run.
    if (!isCurrent()) {
      stopRequest();
      return;
    }
    if (!answers?.isOpen()) snapshots.begin();
    // The accumulator may have stopped the run.
    if (isCurrent()) showEmpty('connecting');
  };

  const beginByItself = () => {
    if (maySend(source())) begin(undefined);
  };
  const autoStart = createAutoStart({
    isEnabled: () => isEnabled(settings),
    isRunning: () => run !== undefined,
    resume: beginByItself,
    interrupt: () => {
      settle(describeEnd('stopped'), showStopped);
      // Sending anything but a GET again may have consequences that only the user knows.
      return answers?.isOpen() || requestMethod(source()) === 'GET';
    },
    stayIdle: () => {
      if (answers?.isStored()) autoStart.startByHand(beginByItself);
      else if (snapshots.state().status === 'connecting') show({ status: 'idle' });
    },
  });

  const setOptions = (next: typeof settings) => {
    settings = next;
    autoStart.follow();
  };
  const stop = () => {
    autoStart.stopByHand();
    const result = endAnswer('stopped');
    if (run) end(result, showStopped);
  };

  return {
    getSnapshot: snapshots.getSnapshot,
    subscribe: snapshots.subscribe,
    attach: autoStart.attach,
    prepare: (replaced) => {
      if (replaced) snapshots.replace(replaced);
      show(isEnabled(settings) ? { status: 'connecting' } : {});
    },
    refuse: (error) => {
      autoStart.stopByHand();
      show({ status: 'error', error });
      callSafely(settings.onError, error);
    },
    start: (changes) =>
      new Promise((resolve) => {
        const refuse = () => resolve({ status: 'stopped', data: snapshots.emptyData() as Data, error: undefined });
        autoStart.startByHand(() => {
          overrides = pickOverrides(changes ?? {});
          if (maySend(source())) {
            end(endAnswer('stopped'), () => begin(resolve));
          } else {
            stop();
            refuse();
          }
        }, refuse);
      }),
    stop,
    reset: () => {
      autoStart.stopByHand();
      end(endAnswer('stopped'), () => {
        format = settings.as ?? 'text';
        snapshots.reset();
        showEmpty('idle');
      });
    },
    update: (next) => setOptions({ ...settings, ...next }),
    setOptions,
  };
}

/** Picks what may be overridden, because `start` is often called with a click's event. */
function pickOverrides({ url, method, headers, body }: FetchStreamOverrides): FetchStreamOverrides {
  const given = Object.entries({ url, method, headers, body }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
