import type { Clock } from '../platform/clock.ts';
import type { Throttle } from './createThrottle.ts';

/** Options for what becomes of the items of a stream, shared by both kinds of streams. `accumulate` is separate. */
export interface ItemOptions<Raw, Item, Value, Parser, Event> {
  /**
   * How an item is made: `'text'`, `'json'`, a Standard Schema (the item is parsed as JSON, then validated), a function
   * of the raw item, or, for events, a record from event type to one of these.
   *
   * @default 'text', or 'json' for JSON lines
   */
  parse?: Parser | undefined;
  /** Called with each raw item before it is parsed. If it returns true, the stream ends normally, without that item. */
  until?: ((raw: Raw) => boolean) | undefined;
  /**
   * Whether a response that ends before `until` has matched fails with the code `incomplete`. The data is kept. A function
   * is called with each item: `true` makes the response complete without `until`, `false` incomplete again, and
   * `undefined` changes nothing.
   *
   * @default false
   */
  requireUntil?: boolean | ((item: Item) => boolean | undefined) | undefined;
  /** Called with each item. A truthy result fails the stream with the code `upstream` and that result as `cause`. */
  fail?: ((item: Item, event: Event) => unknown) | undefined;
  /** Picks the value of an item that is accumulated. An item for which it returns `null` or `undefined` is left out. */
  select?: ((item: Item, event: Event) => Value | null | undefined) | undefined;
  /**
   * When items are shown. `'auto'` shows them at the next frame, or less often if that would take more than about a quarter
   * of the main thread's time. `'frame'` shows them at every frame. With a number they are shown at most once in that many
   * milliseconds, and with `'none'` each one at once. The first item, changes of status, failures and the end are always
   * shown at once.
   *
   * @default 'auto'
   */
  throttle?: Throttle | undefined;
  /**
   * Whether `data` stays as it was until the first item arrives if the identity changes or a fetch stream is started again.
   * `isPrevious` is true meanwhile.
   *
   * @default false
   */
  keepPrevious?: boolean | undefined;
  /**
   * How many characters one unfinished event or line may hold. Beyond that the stream fails with `event-too-large`.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
  /**
   * Whether the hook starts the stream on mount and whenever its identity changes. With `false` you start it by hand.
   *
   * @default true
   */
  enabled?: boolean | undefined;
  /**
   * Identifies the stream if URL, method and body cannot. Another identity is another stream.
   *
   * @default URL, method and the serialised body
   */
  key?: string | number | undefined;
  /**
   * Provides time, timers and frames, for tests.
   *
   * @default the platform's
   */
  clock?: Clock | undefined;
}
