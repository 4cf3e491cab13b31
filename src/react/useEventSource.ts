import { useMemo } from 'react';
import type { Accumulator, DataOf, DefaultAccumulator } from '../core/items/accumulators/Accumulator.ts';
import { createEventSource } from '../core/event-source/createEventSource.ts';
import type { CheckedEventSourceOptions, EventSourceOptions } from '../core/event-source/EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceStore } from '../core/event-source/EventSourceStore.ts';
import type { EventParser, ParsedItem } from '../core/items/parseItem.ts';
import type { StreamUrl } from '../core/request/RequestOptions.ts';
import { useStream } from './useStream.ts';

/** The functions of an event source that a component gets. */
type EventSourceControls = Pick<EventSourceStore<unknown>, 'open' | 'close' | 'reconnect' | 'clear'>;

/** An event source as a component sees it. The four functions keep their identities. */
export interface UseEventSourceResult<Data> extends EventSourceSnapshot<Data>, EventSourceControls {}

/**
 * Receives server-sent events while the component is mounted, and reconnects with the last event ID.
 *
 * @param url - a URL, a function that answers one or a stream of bytes for each attempt, or `null`, with which the source
 *   stays idle.
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
  options: CheckedEventSourceOptions<Parser, Value, Acc> = {},
): UseEventSourceResult<DataOf<Acc, Value>> {
  type Data = DataOf<Acc, Value>;
  type Store = EventSourceStore<Data, EventSourceOptions<Parser, Value, Acc, Data>>;
  const settings = { ...options, url };
  const [snapshot, current] = useStream<EventSourceSnapshot<Data>, typeof settings, Store>(
    createEventSource,
    settings,
    settings,
  );
  const controls: EventSourceControls = useMemo(
    () => ({
      open: () => current().open(),
      close: () => current().close(),
      reconnect: () => current().reconnect(),
      clear: () => current().clear(),
    }),
    [current],
  );
  return useMemo(() => ({ ...snapshot, ...controls }), [snapshot, controls]);
}
