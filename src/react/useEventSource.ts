import { useMemo } from 'react';
import type { Accumulator, DataOf, DefaultAccumulator } from '../core/accumulators/Accumulator.ts';
import { createEventSource } from '../core/createEventSource.ts';
import type { EventSourceOptions } from '../core/EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceStore } from '../core/EventSourceStore.ts';
import type { EventParser, ParsedItem } from '../core/parseItem.ts';
import type { StreamUrl } from '../core/RequestOptions.ts';
import { streamIdentity } from '../core/streamIdentity.ts';
import { useStream } from './useStream.ts';

/** An event source as a component sees it. The four functions keep their identities. */
export interface UseEventSourceResult<Data>
  extends EventSourceSnapshot<Data>, Pick<EventSourceStore<Data>, 'open' | 'close' | 'reconnect' | 'clear'> {}

/**
 * Receives server-sent events while the component is mounted, and reconnects with the last event ID.
 *
 * @param url - a url, a function that gives one for each attempt, or `null`, with which the source stays idle.
 *
 * @example
 * const { data, status } = useEventSource('/prices', { parse: 'json', accumulate: list({ limit: 20 }) });
 */
export function useEventSource<
  const Parser extends EventParser = EventParser,
  Value = ParsedItem<Parser>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: StreamUrl,
  options: EventSourceOptions<Parser, Value, Acc> = {},
): UseEventSourceResult<NoInfer<DataOf<Acc, Value>>> {
  type Store = EventSourceStore<DataOf<Acc, Value>, EventSourceOptions<Parser, Value, Acc>>;
  const identity = streamIdentity(url, options);
  const [snapshot, store] = useStream<EventSourceSnapshot<DataOf<Acc, Value>>, typeof options, Store>(
    createEventSource,
    url,
    options,
    identity,
  );
  const controls = useMemo(
    () => ({
      open: () => store.current.open(),
      close: () => store.current.close(),
      reconnect: () => store.current.reconnect(),
      clear: () => store.current.clear(),
    }),
    [store],
  );
  return useMemo(() => ({ ...snapshot, ...controls }), [snapshot, controls]);
}
