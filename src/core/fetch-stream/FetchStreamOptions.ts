import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { AccumulateOption, CheckedAccumulateOption } from '../items/accumulators/AccumulateOption.ts';
import type { Accumulator, DataOf } from '../items/accumulators/Accumulator.ts';
import type { ItemOptions } from '../items/ItemOptions.ts';
import type { EventParser, ItemParser, ParsedItem } from '../items/parseItem.ts';
import type { RequestOptions, StreamUrl } from '../request/RequestOptions.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamResponse } from '../request/StreamResponse.ts';
import type { StreamResumption } from './StreamResumption.ts';

/** What an item of the format is before it is parsed. */
export type RawItem<As extends StreamFormat> = As extends 'events'
  ? ServerSentEvent
  : As extends 'bytes'
    ? Uint8Array
    : string;

/** The parsers that fit the format. */
export type FormatParser<As extends StreamFormat> = As extends 'events'
  ? EventParser
  : As extends 'bytes'
    ? // With `undefined`, for no user's function to be taken for the default.
      ((raw: Uint8Array) => unknown) | undefined
    : ItemParser<string>;

/** The item that a parser makes of a raw one, or the raw item itself if there is no parser. */
export type FormatItem<As extends StreamFormat, Parser> = [FormatParser<As>] extends [Parser]
  ? As extends 'json-lines'
    ? unknown
    : As extends 'bytes'
      ? Uint8Array
      : string
  : ParsedItem<Parser>;

/** What a fetch stream makes of items if no accumulator is given: text is joined, anything else is listed. */
export type FormatData<As extends StreamFormat, Acc, Item> = DataOf<
  Acc,
  Item,
  As extends 'text' ? string : readonly Item[]
>;

/** Options of a fetch stream. */
export interface FetchStreamOptions<
  As extends StreamFormat = StreamFormat,
  Parser extends FormatParser<As> = FormatParser<As>,
  Value = FormatItem<As, Parser>,
  Acc extends Accumulator<never, unknown> = Accumulator<Value, unknown>,
  Data = unknown,
>
  extends FetchStreamSettings<As, Parser, Value, Data>, AccumulateOption<Acc> {}

/** Options of a fetch stream whose accumulator is checked against the values that it is given. */
export type CheckedFetchStreamOptions<
  As extends StreamFormat,
  Parser extends FormatParser<As>,
  Value,
  Acc,
  Data,
> = FetchStreamSettings<As, Parser, Value, Data> & CheckedAccumulateOption<FormatParser<As>, Parser, Value, Acc>;

/** Options of a fetch stream, except `accumulate`. */
interface FetchStreamSettings<As extends StreamFormat, Parser extends FormatParser<As>, Value, Data>
  extends
    RequestOptions,
    ItemOptions<RawItem<As>, FormatItem<As, Parser>, Value, Parser, As extends 'events' ? ServerSentEvent : undefined> {
  /**
   * How the body is read: as text, as lines, as lines of JSON, as server-sent events, or as bytes.
   *
   * @default 'text'
   */
  as?: As | undefined;
  /**
   * Whether and how the request is sent again when it fails before the first byte.
   *
   * @default false
   */
  retry?: boolean | RetryPolicy | undefined;
  /**
   * How the rest of an answer is requested if its response breaks, or after a reload: `resumable(…)` of
   * `react-streamed/resume`. Without it, a response that breaks fails the stream.
   *
   * @default none
   */
  resume?: StreamResumption<FormatItem<As, Parser>> | undefined;
  /** Called when a response is accepted. */
  onOpen?: ((response: StreamResponse) => void) | undefined;
  /** Called with each item, including those that `select` leaves out. */
  onItem?:
    | ((item: FormatItem<As, Parser>, event: As extends 'events' ? ServerSentEvent : undefined) => void)
    | undefined;
  /** Called when the stream has ended normally. */
  onEnd?: ((data: Data) => void) | undefined;
  /** Called when the stream was stopped, with the data received before. */
  onStop?: ((data: Data) => void) | undefined;
  /** Called when the stream has failed. */
  onError?: ((error: StreamError) => void) | undefined;
}

/** What one `start` can change of the request. */
export interface FetchStreamOverrides {
  url?: StreamUrl;
  method?: RequestOptions['method'];
  headers?: RequestOptions['headers'];
  body?: RequestOptions['body'];
}
