import type { EventParserRecord } from '../parseItem.ts';
import type { OnceInferred } from './OnceInferred.ts';

/** The options that say how items become data, and which data there is before. */
export interface AccumulateOption<Acc, Data> {
  /** How items become `data`: `latest()`, `list()`, `concat()`, `blocks()`, `reduce()` or your own `Accumulator`. */
  accumulate?: Acc | undefined;
  /**
   * What `data` is before anything arrives, and what the accumulator starts from, for example data of an earlier visit.
   * Each run of a fetch stream and `reset()` start from it.
   *
   * @default the accumulator's empty data
   */
  initialData?: Data | undefined;
}

/** `Data`, or nothing if it is unknown, because options of any accumulator may then be passed with another one. */
export type KnownData<Data> = unknown extends Data ? never : Data;

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
 * The options of an accumulator that takes values of type `Value` and makes `Data` of them.
 *
 * TypeScript infers type parameters in two rounds. In the first it skips functions whose parameters have no types, so that
 * it does not know yet what `parse` and `select` return, and nothing is checked then.
 *
 * @typeParam AnyParser - what `Parser` is while `parse` is skipped.
 */
export type CheckedAccumulateOption<AnyParser, Parser, Value, Acc, Data> =
  | SkippedSelect
  | ([AnyParser] extends [Parser] ? SkippedParse : never)
  // The last member is the one that error messages mention.
  | AccumulateOption<Acc & Takes<OnceInferred<Acc, Value>>, Data>;
