import type { Accumulator, DefaultAccumulator } from './accumulators/Accumulator.ts';
import { concat } from './accumulators/concat.ts';
import { list } from './accumulators/list.ts';
import { describeRequest, isOff, requestMethod } from './buildRequest.ts';
import { callSafely } from './callSafely.ts';
import { checkOptions } from './checkOptions.ts';
import { systemClock } from './clock.ts';
import { createAccumulation } from './createAccumulation.ts';
import { createAttachment } from './createAttachment.ts';
import { createBodyDecoder } from './createBodyDecoder.ts';
import { createItemPipeline } from './createItemPipeline.ts';
import { createPublisher } from './createPublisher.ts';
import type {
  FetchStreamOptions,
  FetchStreamOverrides,
  FormatData,
  FormatItem,
  FormatParser,
  StreamFormat,
} from './FetchStreamOptions.ts';
import type {
  FetchStreamResult,
  FetchStreamSnapshot,
  FetchStreamStatus,
  FetchStreamStore,
} from './FetchStreamStore.ts';
import { measureProgress } from './measureProgress.ts';
import { mediaType } from './mediaType.ts';
import type { StreamUrl } from './RequestOptions.ts';
import { mayRetry, resolveRetryPolicy, retryDelay } from './RetryPolicy.ts';
import { runExchange } from './runExchange.ts';
import type { StreamError } from './StreamError.ts';
import { toStreamResponse, type StreamResponse } from './StreamResponse.ts';
import { waitToRetry } from './waitToRetry.ts';

/** One `start`, from its request to its end. */
interface Run<Data> {
  /** Aborts the attempt under way, or the wait before the next. */
  abort(): void;
  /** Answers the caller of `start`. */
  settle(result: FetchStreamResult<Data>): void;
}

/**
 * Creates a stream of one response that does nothing until it is started.
 *
 * @param url - a url, a function that gives one for each attempt, or `null`, with which the stream stays idle.
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
  const { clock = systemClock } = options;
  const format = () => options.as ?? 'text';
  const byDefault = { text: concat(), other: list() };
  const accumulation = createAccumulation(
    () => options.accumulate ?? (format() === 'text' ? byDefault.text : byDefault.other),
  );

  let run: Run<Data> | undefined;
  let overrides: FetchStreamOverrides = {};
  let status: FetchStreamStatus = 'idle';
  let error: StreamError | undefined;
  let response: StreamResponse | undefined;
  let count = 0;
  let loaded = 0;

  const take = (): FetchStreamSnapshot<Data> => ({
    status,
    data: accumulation.read() as Data,
    count,
    error,
    isStreaming: run !== undefined,
    progress: measureProgress(loaded, response?.headers),
    response,
  });
  const { getSnapshot, subscribe, publish, touch, cancel } = createPublisher(clock, take, () => options.throttle);

  const currentUrl = () => overrides.url ?? url;
  const currentOptions = () => ({ ...options, ...overrides });
  const toResult = ({ status, data, error }: FetchStreamSnapshot<Data>): FetchStreamResult<Data> => ({
    status,
    data,
    error,
  });
  const result = () => toResult(getSnapshot());

  const clear = () => {
    accumulation.clear();
    count = loaded = 0;
    error = response = undefined;
  };

  /** Ends the run: what it is waiting for is aborted, and what has arrived is shown. */
  const settle = (next: FetchStreamStatus, failure?: StreamError) => {
    const ended = run;
    run = undefined;
    ended?.abort();
    cancel();
    status = next;
    error = failure;
    const ending = publish();
    ended?.settle(toResult(ending));
    return ending;
  };

  const finish = (next: 'done' | 'stopped' | 'error', failure?: StreamError) => {
    const { data } = settle(next, failure);
    if (failure) callSafely(options.onError, failure);
    else callSafely(next === 'done' ? options.onEnd : options.onStop, data);
  };

  /** Takes the run away before anyone is told, who might start another. Returns the function that tells of its end. */
  const supersede = (): (() => void) => {
    const before = run;
    if (!before) return () => {};
    const data = accumulation.read() as Data;
    run = undefined;
    before.abort();
    cancel();
    return () => {
      before.settle({ status: 'stopped', data, error: undefined });
      callSafely(options.onStop, data);
    };
  };

  const accept = createItemPipeline(
    () => (options.parse === undefined && format() === 'json-lines' ? { ...options, parse: 'json' } : options),
    accumulation,
    {
      run: () => run,
      request: () => describeRequest(currentUrl(), currentOptions()),
      onItem: (item, event, isAccumulated) => {
        if (isAccumulated) count++;
        const own = run;
        touch();
        // A listener may have stopped the stream.
        if (run === own) callSafely(options.onItem as (item: unknown, event: unknown) => void, item, event);
      },
      onParseError: (failure) => finish('error', failure),
      onEnd: (failure) => finish(failure ? 'error' : 'done', failure),
    },
  );

  const attempt = async (own: Run<Data>, number: number, previous?: StreamError) => {
    const controller = new AbortController();
    own.abort = () => controller.abort();
    const isCurrent = () => run === own;
    const decoder = createBodyDecoder(format(), options.maxEventSize, (raw, event) => {
      if (isCurrent()) accept(raw, event);
    });
    try {
      await runExchange({
        url: currentUrl(),
        options: currentOptions(),
        attempt: { number, lastEventId: '', error: previous },
        controller,
        clock,
        accept: format() === 'events' ? 'text/event-stream' : '*/*',
        judge: ({ ok, headers }) =>
          ok ? (format() === 'events' && isDocument(headers) ? 'content-type' : undefined) : 'http',
        onResponse: (answer) => {
          response = toStreamResponse(answer);
          status = 'streaming';
          publish();
          if (isCurrent()) callSafely(options.onOpen, response);
        },
        onChunk: (chunk) => {
          loaded += chunk.length;
          decoder.push(chunk);
          if (isCurrent()) touch();
        },
        onEnd: decoder.end,
      });
      if (isCurrent()) finish('done');
    } catch (cause) {
      if (!isCurrent()) return;
      const failure = cause as StreamError;
      const policy = resolveRetryPolicy(options.retry);
      const isRetried = policy && loaded === 0 && mayRetry(policy, failure, number);
      // `when` may have stopped the stream.
      if (!isCurrent()) return;
      if (!isRetried) return finish('error', failure);
      const delay = retryDelay(policy, number, failure, undefined);
      own.abort = waitToRetry(clock, delay, () => void attempt(own, number + 1, failure));
      response = undefined;
      status = 'connecting';
      publish();
    }
  };

  const begin = () =>
    new Promise<FetchStreamResult<Data>>((resolve) => {
      clear();
      const mistake = checkOptions(currentUrl(), currentOptions());
      const own: Run<Data> = { abort: () => {}, settle: resolve };
      run = own;
      if (mistake) return finish('error', mistake);
      status = 'connecting';
      void attempt(own, 1);
      publish();
    });

  const attachment = createAttachment({
    isEnabled: () => (options.enabled ?? true) && !isOff(url),
    isRunning: () => run !== undefined,
    resume: () => {
      if (!isOff(currentUrl())) void begin();
    },
    interrupt: () => {
      settle('stopped');
      // Sending anything but a GET again may have consequences; only the user knows.
      return requestMethod(currentOptions()) === 'GET';
    },
  });

  const stop = () => {
    attachment.drop();
    if (run) finish('stopped');
  };

  return {
    getSnapshot,
    subscribe,
    attach: attachment.attach,
    start: async (changes = {}) => {
      // StrictMode takes a component away and brings it back in one turn, with the effects of its children in between.
      if (attachment.isDetached) await undefined;
      if (attachment.isDetached) return result();
      overrides = pickOverrides(Object(changes));
      if (isOff(currentUrl())) {
        stop();
        return result();
      }
      const tellBefore = supersede();
      attachment.take();
      const ending = begin();
      tellBefore();
      return ending;
    },
    stop,
    reset: () => {
      attachment.drop();
      const tellBefore = supersede();
      clear();
      status = 'idle';
      publish();
      tellBefore();
    },
    update: (next) => {
      if ('url' in next) ({ url } = next);
      options = { ...options, ...(next as typeof options) };
      attachment.follow();
    },
  };
}

/** Picks what may be overridden and is given: `start` may well be called with a click's event. */
function pickOverrides({ url, method, headers, body }: FetchStreamOverrides): FetchStreamOverrides {
  const given = Object.entries({ url, method, headers, body }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** Tells an error page or a JSON answer from an event stream. Other types pass: many servers label their streams wrong. */
function isDocument(headers: Headers): boolean {
  return ['text/html', 'application/json'].includes(mediaType(headers));
}
