import type { StreamFormat } from '../decode/StreamFormat.ts';
import { iterateItems } from '../items/iterateItems.ts';
import type { BackPressure } from '../request/BackPressure.ts';
import type { StreamSource } from '../request/RequestOptions.ts';
import { createFetchStream } from './createFetchStream.ts';
import type {
  AnsweredItem,
  FetchStreamOptions,
  FormatItem,
  FormatParser,
  SkippedSource,
} from './FetchStreamOptions.ts';

/** The options of a fetch stream that say what becomes of its data, or when a component starts it. */
type StoreOption =
  | 'accumulate'
  | 'enabled'
  | 'initialData'
  | 'keepPrevious'
  | 'key'
  | 'onEnd'
  | 'onStop'
  | 'resume'
  | 'throttle';

/** Options of `iterateFetchStream`: those of a fetch stream, except what concerns its data. */
export type IterateFetchStreamOptions<
  As extends StreamFormat = StreamFormat,
  Parser = FormatParser<As>,
  Value = FormatItem<As, Parser>,
  Answered = never,
> = Omit<FetchStreamOptions<As, Parser, Value, never, unknown, Answered>, StoreOption>;

/**
 * Iterates over the items of a response as they arrive. The request is sent when the first item is asked for, and reading
 * waits while the loop is busy. Leaving the loop aborts the request.
 *
 * @throws {StreamError} in the loop, after the items that arrived before. The signal's reason if `signal` aborts.
 */
export function iterateFetchStream<
  As extends StreamFormat = 'text',
  Source extends StreamSource = SkippedSource,
  const Parser extends FormatParser<As, AnsweredItem<Source>> = FormatParser<As, AnsweredItem<Source>>,
  Value = FormatItem<As, Parser, AnsweredItem<Source>>,
>(
  url: Source,
  options: IterateFetchStreamOptions<As, Parser, Value, AnsweredItem<Source>> = {},
): AsyncIterableIterator<Value, undefined> {
  const { signal, ...rest } = options;
  return iterateItems<Value>(signal, ({ accumulate, whenReady, end }) => {
    const settings: FetchStreamOptions & BackPressure = {
      ...(rest as FetchStreamOptions),
      throttle: 'none',
      accumulate: accumulate as NonNullable<FetchStreamOptions['accumulate']>,
      whenReady,
    };
    const stream = createFetchStream(url as StreamSource, settings as object);
    void stream.start().then(({ error }) => end(error));
    return stream.stop;
  });
}
