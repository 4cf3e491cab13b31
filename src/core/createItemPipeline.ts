import { callSafely } from './callSafely.ts';
import { leftOut, parseItem } from './parseItem.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import { StreamError, type StreamErrorDetails } from './StreamError.ts';

/** The options that a pipeline reads anew for each item. */
export interface PipelineOptions {
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
  /** Describes the request, for errors. */
  request(): StreamErrorDetails;
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

/** Takes each raw item of a stream through `until`, `parse`, `fail` and `select`. */
export function createItemPipeline(sink: PipelineSink): (raw: unknown, event?: ServerSentEvent) => void {
  const describe = (code: 'parse' | 'upstream', says: string, cause: unknown) => {
    const { message = typeof cause === 'object' ? '`cause` says what' : cause } = Object(cause) as {
      message?: unknown;
    };
    return new StreamError(code, `${says}: ${String(message)}`, { ...sink.request(), cause });
  };

  return (raw, event) => {
    const { types, parse, until, fail, select } = sink.options();
    const run = sink.run();
    // Each of the user's functions may end the run, and nothing comes after that.
    const unlessOver = (act: () => void) => {
      if (sink.run() === run) act();
    };

    if (callSafely(until as Call, raw)) return unlessOver(() => sink.onEnd());
    if (types && event && !types.includes(event.type)) return;

    let item: unknown;
    try {
      item = parseItem(parse, raw, event);
    } catch (cause) {
      return unlessOver(() =>
        sink.onParseError(describe('parse', 'An item of the stream cannot be parsed', cause), event),
      );
    }
    if (item === leftOut) return;

    const failure = callSafely(fail as Call, item, event);
    if (failure) {
      return unlessOver(() => sink.onEnd(describe('upstream', 'The stream reported a failure', failure)));
    }

    const value = select ? callSafely(select as Call, item, event) : item;
    if (!select || (value ?? null) !== null) unlessOver(() => sink.add(value, event));
    unlessOver(() => sink.onItem(item, event));
  };
}
