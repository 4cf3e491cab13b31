import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { Accumulator, DefaultAccumulator } from '../items/accumulators/Accumulator.ts';
import { concat } from '../items/accumulators/concat.ts';
import { list } from '../items/accumulators/list.ts';
import type { ItemPipeline } from '../items/createItemPipeline.ts';
import { callSafely } from '../platform/callSafely.ts';
import { requestMethod } from '../request/buildRequest.ts';
import { maySend } from '../request/isEnabled.ts';
import type { StreamSource } from '../request/RequestOptions.ts';
import { startRequest } from '../request/startRequest.ts';
import { createStreamBase, type StreamBase } from '../stream/createStreamBase.ts';
import { composeSnapshot } from './composeSnapshot.ts';
import { createFetchStreamPipeline } from './createFetchStreamPipeline.ts';
import { createFetchStreamRequest } from './createFetchStreamRequest.ts';
import { createRunEnding, type FetchStreamRun } from './createRunEnding.ts';
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
import type { FetchStreamSnapshot, FetchStreamStore } from './FetchStreamStore.ts';
import type { FetchStreamState } from './FetchStreamState.ts';

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
  type Settings = FetchStreamOptions<As, Parser, Value, Acc, Data, AnsweredItem<Source>, Data> & { url: StreamSource };
  const defaultAccumulators = { text: concat(), other: list() };
  /** What the latest `start` changed of the request. */
  let overrides: FetchStreamOverrides = {};
  /** How the body of the latest run is read, even if the option has changed since. */
  let format: StreamFormat = options.as ?? 'text';
  /** Takes the items of the latest answer. A run that continues the answer continues its pipeline. */
  let latestPipeline: ItemPipeline | undefined;

  const stream: StreamBase<Settings, FetchStreamState, FetchStreamSnapshot<Data>, FetchStreamRun> = createStreamBase({
    initialSettings: { ...options, url },
    defaultAccumulator: () => (format === 'text' ? defaultAccumulators.text : defaultAccumulators.other),
    initialState: { status: 'idle', error: undefined, reconnection: undefined, response: undefined, loaded: 0 },
    compose: composeSnapshot<Data>,
    resume: () => {
      if (maySend(source())) begin(undefined);
    },
    interrupt: () => {
      ending.interrupt();
      // Sending anything but a GET again may have consequences that only the user knows.
      return answers?.isOpen() || requestMethod(source()) === 'GET';
    },
    stop,
    hasStoredAnswer: () => answers?.isStored() ?? false,
  });
  const { autoStart, settings, show, snapshots } = stream;
  const ending = createRunEnding(stream, options.resume);
  const { answers, finish } = ending;
  const source = () => ({ ...settings(), ...overrides });
  /** Shows a stream that has received nothing. */
  const showEmpty = (status: 'idle' | 'connecting') =>
    show({ status, error: undefined, response: undefined, loaded: 0 });

  const begin = (resolve: FetchStreamRun['resolve']) => {
    let stopRequest: (() => void) | undefined;
    format = settings().as ?? 'text';
    const openPipeline = answers?.isOpen() ? latestPipeline : undefined;
    const pipeline = openPipeline ?? createFetchStreamPipeline({ stream, format, answers, finish });
    latestPipeline = pipeline;
    const isCurrent = stream.beginRun({ resolve, pipeline, stop: () => stopRequest?.() });
    const request = createFetchStreamRequest({ stream, format, source, pipeline, isCurrent, finish });
    stopRequest = startRequest(answers?.begin(request, isCurrent) ?? request);
    // The resumption has called functions of the user, which may have stopped the run.
    if (!isCurrent()) {
      stopRequest();
      return;
    }
    if (answers?.isOpen()) {
      show({ status: 'connecting', error: undefined });
      return;
    }
    snapshots.begin();
    // The accumulator may have stopped the run.
    if (isCurrent()) showEmpty('connecting');
  };
  function stop() {
    autoStart.stopByHand();
    ending.stop();
  }

  return {
    ...stream.store,
    refuse: (error) => {
      autoStart.stopByHand();
      show({ status: 'error', error });
      callSafely(settings().onError, error);
    },
    start: (changes) =>
      new Promise((resolve) => {
        const refuse = () => resolve({ status: 'stopped', data: snapshots.emptyData() as Data, error: undefined });
        autoStart.startByHand(() => {
          overrides = pickOverrides(changes ?? {});
          if (maySend(source())) {
            ending.stopBefore(() => begin(resolve));
          } else {
            stop();
            refuse();
          }
        }, refuse);
      }),
    stop,
    reset: () => {
      autoStart.stopByHand();
      ending.stopBefore(() => {
        format = settings().as ?? 'text';
        snapshots.reset();
        showEmpty('idle');
      });
    },
  };
}

/** Picks what may be overridden, because `start` is often called with a click's event. */
function pickOverrides({ url, method, headers, body }: FetchStreamOverrides): FetchStreamOverrides {
  const given = Object.entries({ url, method, headers, body }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
