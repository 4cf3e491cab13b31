import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { AccumulateOption, CheckedAccumulateOption, KnownData } from '../items/accumulators/AccumulateOption.ts';
import type { Accumulator, DataOf } from '../items/accumulators/Accumulator.ts';
import type { ItemOptions } from '../items/ItemOptions.ts';
import type { EventParser, ItemParser, ParsedItem } from '../items/parseItem.ts';
import type { Attempt, RequestOptions, StreamSource } from '../request/RequestOptions.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamResponse } from '../request/StreamResponse.ts';
import type { StreamResumption } from './StreamResumption.ts';

/** The items that a url function answers, as `{ item }`. `never` if it answers something else, or if there is none. */
export type AnsweredItem<Source> = Source extends (attempt: never) => infer Answer ? ItemOf<Awaited<Answer>> : never;

type ItemOf<Answer> =
  Answer extends ReadableStream<infer Chunk>
    ? UnlessBytes<Chunk>
    : Answer extends AsyncIterable<infer Chunk>
      ? UnlessBytes<Chunk>
      : never;

type UnlessBytes<Chunk> = [Chunk] extends [never]
  ? { item: never }
  : Chunk extends ArrayBufferView
    ? never
    : { item: Chunk };

/**
 * Stands for a url function that TypeScript has skipped, as in `CheckedAccumulateOption`. Any function takes its items,
 * so that nothing is checked then.
 */
export type SkippedSource = string | URL | null | undefined | ((attempt: Attempt) => AsyncIterable<never>);

type ItemIn<Answered> = Answered extends { item: infer Item } ? Item : never;

/** What an item is before it is parsed: an item of the format, or what a url function answers. */
export type RawItem<As extends StreamFormat, Answered = never> = [Answered] extends [never]
  ? As extends 'events'
    ? ServerSentEvent
    : As extends 'bytes'
      ? Uint8Array
      : string
  : ItemIn<Answered>;

/** The parsers that fit the format, or the items that a url function answers. */
export type FormatParser<As extends StreamFormat, Answered = never> = [Answered] extends [never]
  ? As extends 'events'
    ? EventParser
    : As extends 'bytes'
      ? // With `undefined`, for no user's function to be taken for the default.
        ((raw: Uint8Array) => unknown) | undefined
      : ItemParser<string>
  : ItemParser<ItemIn<Answered>> | undefined;

/** The item that a parser makes of a raw one, or the raw item itself without a parser. */
export type FormatItem<As extends StreamFormat, Parser, Answered = never> = [FormatParser<As, Answered>] extends [
  Parser,
]
  ? [Answered] extends [never]
    ? As extends 'json-lines'
      ? unknown
      : As extends 'bytes'
        ? Uint8Array
        : string
    : ItemIn<Answered>
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
  Parser = FormatParser<As>,
  Value = FormatItem<As, Parser>,
  Acc extends Accumulator<never, unknown> = Accumulator<Value, unknown>,
  Data = unknown,
  Answered = never,
  Initial = KnownData<Data>,
>
  extends FetchStreamSettings<As, Parser, Value, Data, Answered>, AccumulateOption<Acc, Initial> {}

/** Options of a fetch stream whose accumulator is checked against the values that it is given. */
export type CheckedFetchStreamOptions<
  As extends StreamFormat,
  Parser,
  Value,
  Acc,
  Data,
  Answered = never,
> = FetchStreamSettings<As, Parser, Value, Data, Answered> &
  (CheckedAccumulateOption<FormatParser<As, Answered>, Parser, Value, Acc, Data> | SkippedUrl<Answered, Acc>);

/** Accepts any accumulator and any data while the url function is skipped. */
type SkippedUrl<Answered, Acc> = [Answered] extends [never]
  ? never
  : Answered extends { item: never }
    ? { accumulate?: Acc | undefined }
    : never;

/** Options of a fetch stream, except those of its accumulator. */
interface FetchStreamSettings<As extends StreamFormat, Parser, Value, Data, Answered>
  extends
    RequestOptions,
    ItemOptions<
      RawItem<As, Answered>,
      FormatItem<As, Parser, Answered>,
      Value,
      Parser,
      As extends 'events' ? ServerSentEvent : undefined
    > {
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
  resume?: StreamResumption<FormatItem<As, Parser, Answered>> | undefined;
  /** Called when a response is accepted. */
  onOpen?: ((response: StreamResponse) => void) | undefined;
  /** Called with each item, including those that `select` leaves out. */
  onItem?:
    | ((item: FormatItem<As, Parser, Answered>, event: As extends 'events' ? ServerSentEvent : undefined) => void)
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
  url?: StreamSource;
  method?: RequestOptions['method'];
  headers?: RequestOptions['headers'];
  body?: RequestOptions['body'];
}
