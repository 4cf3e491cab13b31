import { iterateItems } from '../items/iterateItems.ts';
import type { EventParser, ParsedItem } from '../items/parseItem.ts';
import type { BackPressure } from '../request/BackPressure.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import { createEventSource } from './createEventSource.ts';
import type { EventSourceOptions } from './EventSourceOptions.ts';

/** The options of an event source that say what becomes of its data, who shares it, or when a component starts it. */
type StoreOption = 'accumulate' | 'enabled' | 'initialData' | 'keepPrevious' | 'key' | 'share' | 'throttle';

/** Options of `iterateEventSource`: those of an event source, except what concerns its data and sharing. */
export type IterateEventSourceOptions<Parser extends EventParser = EventParser, Value = ParsedItem<Parser>> = Omit<
  EventSourceOptions<Parser, Value, never>,
  StoreOption
>;

/**
 * Iterates over server-sent events as they arrive, and reconnects with the last event ID. The request is sent when the
 * first item is asked for, and reading waits while the loop is busy. Leaving the loop closes the source. The loop ends if
 * `until` matches, if the server answers 204, or if the response ends and nothing reconnects.
 *
 * @throws {StreamError} in the loop, after the items that arrived before. The signal's reason if `signal` aborts.
 */
export function iterateEventSource<const Parser extends EventParser = EventParser, Value = ParsedItem<Parser>>(
  url: StreamUrl,
  options: IterateEventSourceOptions<Parser, Value> = {},
): AsyncIterableIterator<Value, undefined> {
  const { signal, ...rest } = options;
  return iterateItems<Value>(signal, ({ accumulate, whenReady, end }) => {
    const settings: EventSourceOptions & BackPressure = {
      ...(rest as EventSourceOptions),
      throttle: 'none',
      accumulate: accumulate as NonNullable<EventSourceOptions['accumulate']>,
      whenReady,
    };
    const source = createEventSource(url, settings as object);
    source.subscribe(() => {
      const { status, error } = source.getSnapshot();
      if (status === 'closed' || status === 'error') end(error);
    });
    source.open();
    // Without a URL there is nothing to wait for.
    if (source.getSnapshot().status === 'idle') end(undefined);
    return source.close;
  });
}
