import type { Accumulator, DefaultAccumulator } from '../items/accumulators/Accumulator.ts';
import { concat } from '../items/accumulators/concat.ts';
import { list } from '../items/accumulators/list.ts';
import { requestMethod } from '../request/buildRequest.ts';
import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createAutoStart } from '../platform/createAutoStart.ts';
import { createBodyDecoder } from '../decode/createBodyDecoder.ts';
import { createItemPipeline } from '../items/createItemPipeline.ts';
import { createSnapshots } from '../items/createSnapshots.ts';
import type {
  FetchStreamOptions,
  FetchStreamOverrides,
  FormatData,
  FormatItem,
  FormatParser,
  StreamFormat,
} from './FetchStreamOptions.ts';
import type { FetchStreamResult, FetchStreamSnapshot, FetchStreamStore } from './FetchStreamStore.ts';
import { measureProgress } from './measureProgress.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import { startRequest } from '../request/startRequest.ts';
import type { StreamError } from '../StreamError.ts';
import { toStreamResponse } from '../request/StreamResponse.ts';

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
  type Snapshot = FetchStreamSnapshot<Data>;
  const { clock = systemClock } = options;
  let settings = { ...options, url };
  /** What the latest `start` changed of the request. */
  let overrides: FetchStreamOverrides = {};
  const source = () => ({ ...settings, ...overrides });
  const format = () => settings.as ?? 'text';
  const byDefault = { text: concat(), other: list() };
  /** Answers the caller of `start`; none where nothing runs. */
  let settle: ((result: FetchStreamResult<Data>) => void) | undefined;
  /** Aborts the request under way, or the wait before the next. */
  let stopRequest: (() => void) | undefined;
  const run = () => settle;
  /** What is shown beside the data. */
  const state = { status: 'idle', error: undefined, response: undefined, count: 0 } as {
    -readonly [Name in 'status' | 'error' | 'response' | 'count']: Snapshot[Name];
  };
  let loaded = 0;
  const {
    getSnapshot,
    subscribe,
    show,
    touch,
    add,
    data: readData,
    clear: clearData,
  } = createSnapshots<Snapshot, typeof state>(
    clock,
    () => settings,
    () => (format() === 'text' ? byDefault.text : byDefault.other),
    state,
    () => ({ isStreaming: settle !== undefined, progress: measureProgress(loaded, state.response?.headers) }),
  );

  const clear = (status: 'idle' | 'connecting') => {
    clearData();
    loaded = 0;
    show({ status, error: undefined, response: undefined, count: 0 });
  };

  /** Ends the run, and tells of it after `next`, since those who are told may start another. */
  const end = (
    status: 'done' | 'stopped' | 'error',
    error?: StreamError,
    next: () => void = () => show({ status, error }),
    isSilent = false,
  ) => {
    const answer = settle;
    const data = readData() as Data;
    const abort = stopRequest;
    settle = undefined;
    next();
    // What listens to the abort may start another run, too.
    abort?.();
    answer?.({ status, data, error });
    if (!answer || isSilent) return;
    const { onEnd, onStop, onError } = settings;
    if (error) callSafely(onError, error);
    else callSafely(status === 'done' ? onEnd : onStop, data);
  };
  const finish = (error?: StreamError) => end(error ? 'error' : 'done', error);

  const accept = createItemPipeline({
    options: () => settings,
    run,
    add: (value) => {
      state.count++;
      add(value);
    },
    onItem: (item, event) => {
      const own = settle;
      touch();
      // A listener may have stopped the stream.
      if (settle === own) callSafely(settings.onItem as (item: unknown, event: unknown) => void, item, event);
    },
    onParseError: finish,
    onEnd: finish,
  });

  const begin = (own: typeof settle) => {
    settle = own;
    stopRequest = startRequest(clock, () => ({
      source,
      accept: format() === 'events' ? 'text/event-stream' : '*/*',
      lastEventId: () => '',
      judge: ({ ok, headers }) => {
        if (!ok) return 'http';
        return format() === 'events' && isDocument(headers) ? 'content-type' : undefined;
      },
      createDecoder: (onRaw) => {
        const { push, end } = createBodyDecoder(format(), settings.maxEventSize, onRaw);
        return {
          push: (chunk) => {
            loaded += chunk.length;
            touch();
            push(chunk);
          },
          end,
        };
      },
      onResponse: (answer) => {
        const response = toStreamResponse(answer);
        show({ status: 'streaming', response });
        if (settle === own) callSafely(settings.onOpen, response);
      },
      onItem: accept,
      // A short connection is no success: there is nothing to count anew from.
      policy: (error) =>
        error && loaded === 0 && settings.retry && { ...(settings.retry as RetryPolicy), resetAfter: Infinity },
      onRetry: () => show({ status: 'connecting', response: undefined }),
      onEnd: finish,
    }));
    clear('connecting');
  };

  const attachment = createAutoStart(
    () => settings,
    run,
    () => {
      if (source().url) begin(() => {});
    },
    () => {
      end('stopped', undefined, undefined, true);
      // Sending anything but a GET again may have consequences; only the user knows.
      return requestMethod(source()) === 'GET';
    },
  );

  const setOptions = (next: typeof settings) => {
    settings = next;
    attachment.follow();
  };

  const stop = () => {
    attachment.drop();
    if (settle) end('stopped');
  };

  return {
    getSnapshot,
    subscribe,
    attach: attachment.attach,
    start: (changes) =>
      new Promise((resolve) => {
        const refuse = () => resolve(getSnapshot());
        attachment.start(() => {
          overrides = pickOverrides(changes ?? {});
          if (source().url) return end('stopped', undefined, () => begin(resolve));
          stop();
          refuse();
        }, refuse);
      }),
    stop,
    reset: () => {
      attachment.drop();
      end('stopped', undefined, () => clear('idle'));
    },
    update: (next) => setOptions({ ...settings, ...next }),
    setOptions,
  };
}

/** Picks what may be overridden and is given: `start` may well be called with a click's event. */
function pickOverrides({ url, method, headers, body }: FetchStreamOverrides): FetchStreamOverrides {
  return Object.fromEntries(Object.entries({ url, method, headers, body }).filter(([, value]) => value !== undefined));
}

/** Tells an error page or a JSON answer from an event stream. Other types pass: many servers label their streams wrong. */
function isDocument(headers: Headers): boolean {
  return /^(text\/html|application\/json)\b/i.test(headers.get('content-type') ?? '');
}
