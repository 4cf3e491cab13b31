import { callSafely } from '../platform/callSafely.ts';
import { leftOut, parseItem } from './parseItem.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { messageOf, StreamError, type StreamErrorDetails } from '../StreamError.ts';

/** The options that a pipeline reads anew for each item. */
export interface PipelineOptions {
  as?: string | undefined;
  types?: readonly string[] | undefined;
  parse?: unknown;
  until?: ((raw: never) => boolean) | undefined;
  fail?: ((item: never, event: never) => unknown) | undefined;
  select?: ((item: never, event: never) => unknown) | undefined;
}

/** What becomes of an item. */
export interface PipelineSink {
  options(): PipelineOptions;
  /** Gives what stands for the run: something else once it has ended. */
  run(): unknown;
  /** Takes what `select` picked of an item. */
  add(value: unknown, event: ServerSentEvent | undefined): void;
  /** An item was made; what was picked of it is added. */
  onItem(item: unknown, event: ServerSentEvent | undefined): void;
  /** An item could not be made. */
  onParseError(error: StreamError, event: ServerSentEvent | undefined): void;
  /** An item asked for the end, or failed the stream. */
  onEnd(error?: StreamError): void;
}

type Call = ((...args: unknown[]) => unknown) | undefined;

/** Takes each raw item of a stream through `until`, `parse`, `fail` and `select`. The details are for errors. */
export function createItemPipeline(
  sink: PipelineSink,
): (raw: unknown, event: ServerSentEvent | undefined, details: StreamErrorDetails) => void {
  return (raw, event, details) => {
    const { as, types, parse = as === 'json-lines' ? 'json' : undefined, until, fail, select } = sink.options();
    const run = sink.run();
    // Each of the user's functions may end the run, and nothing comes after that.
    const isOver = () => sink.run() !== run;
    // Where one is not given, not even the call is made: a burst brings tens of thousands of items.
    const isEnd = until && callSafely(until as Call, raw);
    if (isOver()) return;
    if (isEnd) return sink.onEnd();
    if (types && event && !types.includes(event.type)) return;

    let item: unknown;
    try {
      item = parseItem(parse, raw, event);
    } catch (cause) {
      if (!isOver()) sink.onParseError(describe('parse', 'An item cannot be parsed', cause, details), event);
      return;
    }
    if (item === leftOut || isOver()) return;

    const failure = fail && callSafely(fail as Call, item, event);
    const value = select && !failure && !isOver() ? callSafely(select as Call, item, event) : item;
    if (isOver()) return;
    if (failure) return sink.onEnd(describe('upstream', 'The stream says that it failed', failure, details));
    if (!select || value != null) sink.add(value, event);
    if (!isOver()) sink.onItem(item, event);
  };
}

function describe(code: 'parse' | 'upstream', says: string, cause: unknown, details: StreamErrorDetails): StreamError {
  return new StreamError(code, `${says} (${messageOf(cause)}).`, { ...details, cause });
}
