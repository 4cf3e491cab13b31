import { callSafely } from '../platform/callSafely.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { messageOf, StreamError, withDetails, type StreamErrorDetails } from '../StreamError.ts';
import { parseItem, type ParsedItemOrNone } from './parseItem.ts';

/** A function of the user, called with what its type in the options says. */
type UserFunction = ((...args: unknown[]) => unknown) | undefined;

/** The options of a pipeline. They are read again for each item. */
export interface PipelineOptions {
  types?: readonly string[] | undefined;
  parse?: unknown;
  until?: ((raw: never) => boolean) | undefined;
  requireUntil?: boolean | ((item: never) => boolean | undefined) | undefined;
  fail?: ((item: never, event: never) => unknown) | undefined;
  select?: ((item: never, event: never) => unknown) | undefined;
}

/** What a pipeline works with during one run of a stream. */
export interface PipelineContext {
  options(): PipelineOptions;
  /** The parser to use if the options have none. */
  readonly defaultParser: 'text' | 'json';
  /** Whether the run is still under way. Any function of the user may end it, and nothing may follow that. */
  isCurrent(): boolean;
  /** Adds a value to the snapshots. Returns the error with which the accumulator refused it. */
  add(value: unknown, event: ServerSentEvent | undefined): StreamError | undefined;
  /** Called with each item, after the value that `select` picked was added. */
  onItem(item: unknown, event: ServerSentEvent | undefined): void;
  /** Called if an item could not be made. */
  onParseError(error: StreamError, event: ServerSentEvent | undefined): void;
  /** Called if an item ends the stream, or fails it. */
  onEnd(error?: StreamError): void;
}

/** Takes the items of one run from the decoder to the snapshots. */
export interface ItemPipeline {
  /** A response has arrived, whose items follow. An end mark must come again. `details` describe the request, for errors. */
  start(details: StreamErrorDetails): void;
  /** A response has arrived that continues the one before. An end mark that has come still counts. */
  continue(details: StreamErrorDetails): void;
  /** Takes a raw item through `until`, `parse`, `fail` and `select`. */
  push(raw: unknown, event: ServerSentEvent | undefined): void;
  /** Whether the response may end now: no end mark is required, or an item was one. */
  isComplete(): boolean;
}

/** Creates the pipeline of one run. */
export function createItemPipeline(context: PipelineContext): ItemPipeline {
  const { isCurrent } = context;
  let details: StreamErrorDetails = {};
  let hasEndMark = false;

  const describe = (code: 'parse' | 'upstream', says: string, cause: unknown) =>
    new StreamError(code, `${says} (${messageOf(cause)}).`, { ...details, cause });

  /** Makes the item, or reports why it cannot be made. */
  const parse = (parser: unknown, raw: unknown, event: ServerSentEvent | undefined): ParsedItemOrNone => {
    try {
      return parseItem(parser, raw, event);
    } catch (cause) {
      if (isCurrent()) context.onParseError(describe('parse', 'An item is invalid', cause), event);
      return undefined;
    }
  };

  return {
    start: (requestDetails) => {
      details = requestDetails;
      hasEndMark = false;
    },
    continue: (requestDetails) => {
      details = requestDetails;
    },
    push: (raw, event) => {
      // A function that is not given is not even called: a burst brings tens of thousands of items.
      const { types, parse: parser, until, requireUntil, fail, select } = context.options();
      const isEnd = until && callSafely(until as UserFunction, raw);
      if (!isCurrent()) return;
      if (isEnd) {
        context.onEnd();
        return;
      }
      if (types && event && !types.includes(event.type)) return;

      const parsed = parse(parser ?? context.defaultParser, raw, event);
      if (!parsed || !isCurrent()) return;
      const { item } = parsed;

      const failure = fail && callSafely(fail as UserFunction, item, event);
      if (!isCurrent()) return;
      if (failure) {
        context.onEnd(describe('upstream', 'The stream reported a failure', failure));
        return;
      }

      if (typeof requireUntil === 'function') hasEndMark = callSafely(requireUntil, item as never) ?? hasEndMark;
      if (!isCurrent()) return;
      const value = select ? callSafely(select as UserFunction, item, event) : item;
      if (!isCurrent()) return;
      const isLeftOut = select && (value === null || value === undefined);
      const refusal = isLeftOut ? undefined : context.add(value, event);
      if (!isCurrent()) return;
      if (refusal) {
        context.onEnd(withDetails(refusal, details));
        return;
      }
      context.onItem(item, event);
    },
    isComplete: () => hasEndMark || !context.options().requireUntil,
  };
}
