import type { EventParserRecord } from '../parseItem.ts';
import type { Resolved } from './Resolved.ts';

/** The option that says how items become data. */
export interface AccumulateOption<Acc> {
  /** How items become `data`: `latest()`, `list()`, `concat()`, `blocks()`, `reduce()` or your own `Accumulator`. */
  accumulate?: Acc | undefined;
}

/** An accumulator that takes items of type `Item`. */
interface Takes<Item> {
  // A property, because TypeScript compares the parameters of methods less strictly.
  readonly add: (state: never, item: Item) => unknown;
}

/**
 * Matches only a function that TypeScript skips: it is assignable to any signature, and no function without annotations
 * is such a constructor.
 */
type SkippedFunction = abstract new (skipped: never) => never;

interface SkippedSelect {
  select: SkippedFunction;
}

interface SkippedParse {
  // A record is skipped as a whole if it contains a function that is.
  parse: SkippedFunction | EventParserRecord;
}

/**
 * The option `accumulate` of an accumulator that takes values of type `Value`.
 *
 * TypeScript infers type parameters in two rounds. In the first it skips functions whose parameters have no types, so that
 * it does not know yet what `parse` and `select` return, and nothing is checked then.
 *
 * @typeParam AnyParser - what `Parser` is while `parse` is skipped.
 */
export type CheckedAccumulateOption<AnyParser, Parser, Value, Acc> =
  | SkippedSelect
  | ([AnyParser] extends [Parser] ? SkippedParse : never)
  // The last member is the one that error messages mention.
  | AccumulateOption<Acc & Takes<Resolved<Acc, Value>>>;
