import { useMemo } from 'react';
import type { StreamFormat } from '../core/decode/StreamFormat.ts';
import type { Accumulator, DefaultAccumulator } from '../core/items/accumulators/Accumulator.ts';
import { createFetchStream } from '../core/fetch-stream/createFetchStream.ts';
import type {
  AnsweredItem,
  CheckedFetchStreamOptions,
  FormatData,
  FormatItem,
  FormatParser,
  SkippedSource,
} from '../core/fetch-stream/FetchStreamOptions.ts';
import type { FetchStreamSnapshot, FetchStreamStore } from '../core/fetch-stream/FetchStreamStore.ts';
import type { StreamSource } from '../core/request/RequestOptions.ts';
import { useStream } from './useStream.ts';

/** The functions of a fetch stream that a component gets. */
type FetchStreamControls<Data> = Pick<FetchStreamStore<Data>, 'start' | 'stop' | 'reset'>;

/** A fetch stream as a component sees it. The three functions keep their identities. */
export interface UseFetchStreamResult<Data> extends FetchStreamSnapshot<Data>, FetchStreamControls<Data> {}

/**
 * Fetches a response and shows its body as it arrives.
 *
 * With `enabled: false`, the options only describe the next request: a changed URL or body does not affect the run that is
 * under way.
 *
 * @param url - a URL, a function that answers one or a stream for each attempt, or `null`, with which the stream stays idle.
 *
 * @example
 * const { data, isStreaming, start, stop } = useFetchStream('/chat', { enabled: false });
 * // in an event handler
 * start({ body: { prompt } });
 */
export function useFetchStream<
  As extends StreamFormat = 'text',
  Source extends StreamSource = SkippedSource,
  const Parser extends FormatParser<As, AnsweredItem<Source>> = FormatParser<As, AnsweredItem<Source>>,
  Value = FormatItem<As, Parser, AnsweredItem<Source>>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: Source,
  options: CheckedFetchStreamOptions<As, Parser, Value, Acc, FormatData<As, Acc, Value>, AnsweredItem<Source>> = {},
): UseFetchStreamResult<FormatData<As, Acc, Value>> {
  type Data = FormatData<As, Acc, Value>;
  type Store = FetchStreamStore<Data, typeof options>;
  const isManual = options.enabled === false && options.key === undefined;
  const settings = { ...options, url };
  const [snapshot, current] = useStream<FetchStreamSnapshot<Data>, typeof settings, Store>(
    createFetchStream,
    settings,
    isManual ? undefined : settings,
  );
  const controls: FetchStreamControls<Data> = useMemo(
    () => ({
      start: (overrides) => current().start(overrides),
      stop: () => current().stop(),
      reset: () => current().reset(),
    }),
    [current],
  );
  return useMemo(() => ({ ...snapshot, ...controls }), [snapshot, controls]);
}
