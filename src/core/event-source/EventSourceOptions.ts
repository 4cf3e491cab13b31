import type { AccumulateOption, CheckedAccumulateOption, KnownData } from '../items/accumulators/AccumulateOption.ts';
import type { Accumulator, DataOf } from '../items/accumulators/Accumulator.ts';
import type { ItemOptions } from '../items/ItemOptions.ts';
import type { EventParser, ParsedItem } from '../items/parseItem.ts';
import type { RequestOptions } from '../request/RequestOptions.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import type { SharingOption } from '../request/Sharing.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamResponse } from '../request/StreamResponse.ts';

/**
 * Why an event source closed: `close()` was called, `until` matched, the server answered 204, the server ended its
 * response and nothing reconnects, or it failed.
 */
export type CloseReason = 'close' | 'until' | 'no-content' | 'end' | 'error';

/** Options of an event source. */
export interface EventSourceOptions<
  Parser extends EventParser = EventParser,
  Value = ParsedItem<Parser>,
  Acc extends Accumulator<never, unknown> = Accumulator<Value, unknown>,
  Data = KnownData<DataOf<Acc, Value>>,
>
  extends EventSourceSettings<Parser, Value>, AccumulateOption<Acc, Data> {}

/** Options of an event source whose accumulator is checked against the values that it is given. */
export type CheckedEventSourceOptions<Parser extends EventParser, Value, Acc> = EventSourceSettings<Parser, Value> &
  CheckedAccumulateOption<EventParser, Parser, Value, Acc, DataOf<Acc, Value>>;

/** Options of an event source, except `accumulate`. */
interface EventSourceSettings<Parser extends EventParser, Value>
  extends RequestOptions, ItemOptions<ServerSentEvent, ParsedItem<Parser>, Value, Parser, ServerSentEvent> {
  /**
   * The event types to deliver.
   *
   * @default all
   */
  types?: readonly string[] | undefined;
  /** The last event ID to start with, for example from an earlier visit. */
  initialLastEventId?: string | undefined;
  /**
   * Whether and how the source reconnects after a failure or a clean end.
   *
   * @default true for GET, false for any other method
   */
  reconnect?: boolean | RetryPolicy | undefined;
  /**
   * Shares one connection among all event sources with the same URL, method, body, headers and credentials (`true`), or
   * with the same name. The request is made with the options of the one that joined first. With `true`, functions for the
   * URL, the body or the headers need a `key`, because they cannot be compared. `acrossTabs(name)` of
   * `react-streamed/tabs` shares one connection among all tabs.
   *
   * @default false
   */
  share?: SharingOption;
  /** Called with the text of each comment. Servers send comments to keep a connection alive. */
  onComment?: ((comment: string) => void) | undefined;
  /** Called when a response is accepted, including after each reconnection. */
  onOpen?: ((response: StreamResponse) => void) | undefined;
  /** Called with each item, including those that `select` leaves out. */
  onEvent?: ((item: ParsedItem<Parser>, event: ServerSentEvent) => void) | undefined;
  /** Called with each event that cannot be parsed. The stream continues. */
  onParseError?: ((error: StreamError, event: ServerSentEvent) => void) | undefined;
  /** Called at each failure, with what follows: a reconnection after `delay` milliseconds, or the end. */
  onError?: ((error: StreamError, next: { willReconnect: boolean; delay: number | undefined }) => void) | undefined;
  /** Called when the source has closed for good. */
  onClose?: ((reason: CloseReason) => void) | undefined;
}
