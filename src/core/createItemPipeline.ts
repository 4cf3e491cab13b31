import { callSafely } from './callSafely.ts';
import type { Accumulation } from './createAccumulation.ts';
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
  /** Gives what stands for the run: something else once it has ended. */
  run(): unknown;
  /** Describes the request, for errors. */
  request(): StreamErrorDetails;
  /** An item was made, and accumulated unless `select` left it out. */
  onItem(item: unknown, event: ServerSentEvent | undefined, isAccumulated: boolean): void;
  /** An item could not be made. */
  onParseError(error: StreamError, event: ServerSentEvent | undefined): void;
  /** An item asked for the end, or failed the stream. */
  onEnd(error?: StreamError): void;
}

type ItemFunction = ((item: unknown, event: ServerSentEvent | undefined) => unknown) | undefined;

/**
 * Takes each raw item of a stream through `until`, `parse`, `fail` and `select` to its accumulation.
 *
 * @param options - gives the latest options.
 */
export function createItemPipeline(
  options: () => PipelineOptions,
  accumulation: Accumulation,
  { run, request, onItem, onParseError, onEnd }: PipelineSink,
): (raw: unknown, event?: ServerSentEvent) => void {
  return (raw, event) => {
    const { types, parse, until, fail, select } = options();
    const own = run();
    // Each of the user's functions may end the run, and nothing comes after that.
    const isOver = () => run() !== own;

    const isEnd = until && callSafely(until as (raw: unknown) => boolean, raw);
    if (isOver()) return;
    if (isEnd) return onEnd();
    if (types && event && !types.includes(event.type)) return;

    let item: unknown;
    try {
      item = parseItem(parse, raw, event);
    } catch (cause) {
      const message = `An item of the stream cannot be parsed: ${messageOf(cause)}`;
      if (!isOver()) onParseError(new StreamError('parse', message, { ...request(), cause }), event);
      return;
    }
    if (item === leftOut || isOver()) return;

    const failure = fail && callSafely(fail as ItemFunction, item, event);
    if (isOver()) return;
    if (failure) {
      const message = `The stream reported a failure: ${messageOf(failure)}`;
      return onEnd(new StreamError('upstream', message, { ...request(), cause: failure }));
    }

    const value = select ? callSafely(select as ItemFunction, item, event) : item;
    if (isOver()) return;
    const isAccumulated = !select || (value !== null && value !== undefined);
    if (isAccumulated) accumulation.add(value);
    if (isOver()) return;
    onItem(item, event, isAccumulated);
  };
}

function messageOf(value: unknown): string {
  const { message } = Object(value) as { message?: unknown };
  if (typeof message === 'string') return message;
  return typeof value === 'object' ? '`cause` says what' : String(value);
}
