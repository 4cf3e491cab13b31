import type { Clock } from '../platform/clock.ts';
import type { Throttle } from './createSnapshots.ts';

/** Options of what becomes of the items of a stream, shared by both kinds of streams. */
export interface ItemOptions<Raw, Item, Value, Parser, Acc, Event> {
  /**
   * How an item is made: `'text'`, `'json'`, a Standard Schema (the item is parsed as JSON, then validated), a function
   * of the raw item, or, for events, a record from event type to one of these.
   *
   * @default 'text', or 'json' for JSON lines
   */
  parse?: Parser | undefined;
  /** Asked of each raw item before it is parsed. Where it answers true, the stream ends well, without that item. */
  until?: ((raw: Raw) => boolean) | undefined;
  /** Asked of each item. A truthy answer fails the stream with the code `upstream` and the answer as its `cause`. */
  fail?: ((item: Item, event: Event) => unknown) | undefined;
  /** Picks what is accumulated of an item. An item of which it picks nothing (`null`, `undefined`) is left out. */
  select?: ((item: Item, event: Event) => Value | null | undefined) | undefined;
  /** What is made of the items: `latest()`, `list()`, `concat()`, `blocks()`, `reduce()` or an `Accumulator` of your own. */
  accumulate?: Acc | undefined;
  /**
   * When arrived items are shown: `'frame'`, together once a frame; a number, at most once in so many milliseconds;
   * `'none'`, each at once. The first item, changes of status, failures and the end are always shown at once.
   *
   * @default 'frame'
   */
  throttle?: Throttle | undefined;
  /**
   * How many characters one unfinished event or line may hold. Past it the stream fails with `event-too-large`.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
  /**
   * Whether the hook starts the stream, on mount and whenever its identity changes. Where `false`, it starts by hand.
   *
   * @default true
   */
  enabled?: boolean | undefined;
  /**
   * What the stream is identified by, where url, method and body cannot say it. Another identity is another stream.
   *
   * @default url, method and the serialised body
   */
  key?: string | number | undefined;
  /**
   * Where time, timers and frames come from, for tests.
   *
   * @default the platform's
   */
  clock?: Clock | undefined;
}
