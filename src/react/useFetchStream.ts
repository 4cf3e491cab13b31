import type { Accumulator, DefaultAccumulator } from '../core/items/accumulators/Accumulator.ts';
import { createFetchStream } from '../core/fetch-stream/createFetchStream.ts';
import type {
  FetchStreamOptions,
  FormatData,
  FormatItem,
  FormatParser,
  StreamFormat,
} from '../core/fetch-stream/FetchStreamOptions.ts';
import type { FetchStreamSnapshot, FetchStreamStore } from '../core/fetch-stream/FetchStreamStore.ts';
import type { StreamUrl } from '../core/request/RequestOptions.ts';
import { streamIdentity } from '../core/request/streamIdentity.ts';
import { useStream } from './useStream.ts';

const controls = ['start', 'stop', 'reset'] as const;

/** A fetch stream as a component sees it. The three functions keep their identities. */
export interface UseFetchStreamResult<Data>
  extends FetchStreamSnapshot<Data>, Pick<FetchStreamStore<Data>, (typeof controls)[number]> {}

/**
 * Fetches a response and shows its body as it arrives.
 *
 * With `enabled: false` the options are only what the next `start` sends: a changed url or body leaves the run that is
 * under way alone.
 *
 * @param url - a url, a function that gives one for each attempt, or `null`, with which the stream stays idle.
 *
 * @example
 * const { data, isStreaming, start, stop } = useFetchStream('/chat', { enabled: false });
 * // in an event handler
 * start({ body: { prompt } });
 */
export function useFetchStream<
  As extends StreamFormat = 'text',
  const Parser extends FormatParser<As> = FormatParser<As>,
  Value = FormatItem<As, Parser>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: StreamUrl,
  options: FetchStreamOptions<As, Parser, Value, Acc, FormatData<As, Acc, Value>> = {},
): UseFetchStreamResult<NoInfer<FormatData<As, Acc, Value>>> {
  type Data = FormatData<As, Acc, Value>;
  type Store = FetchStreamStore<Data, typeof options>;
  const isManual = options.enabled === false && options.key === undefined;
  return useStream<FetchStreamSnapshot<Data>, typeof options, Store, (typeof controls)[number]>(
    createFetchStream,
    controls,
    url,
    options,
    isManual ? undefined : streamIdentity({ ...options, url }),
  );
}
