import type { StreamFormat } from '../decode/StreamFormat.ts';
import { createItemPipeline, type ItemPipeline, type PipelineOptions } from '../items/createItemPipeline.ts';
import { callSafely } from '../platform/callSafely.ts';
import type { RequestSource } from '../request/buildRequest.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamBase } from '../stream/createStreamBase.ts';
import type { FetchStreamRun } from './createRunEnding.ts';
import type { FetchStreamState } from './FetchStreamState.ts';
import type { AnswerFollower } from './StreamResumption.ts';

/** The options that decide what becomes of an item, and who is told of it. */
interface ItemOptions extends RequestSource, PipelineOptions {
  onItem?: ((item: never, event: never) => void) | undefined;
}

/** What takes the items of a fetch stream to its snapshots. */
export interface FetchStreamPipelineContext {
  readonly stream: Pick<
    StreamBase<ItemOptions, FetchStreamState, unknown, FetchStreamRun>,
    'run' | 'settings' | 'snapshots'
  >;
  /** How the body is read. */
  readonly format: StreamFormat;
  /** Follows the answers if they can be resumed. */
  readonly answers: AnswerFollower | undefined;
  /** Ends the run, because an item has ended it. */
  finish(error?: StreamError): void;
}

/** Creates the pipeline of one answer. A run that continues the answer continues its pipeline, too. */
export function createFetchStreamPipeline(context: FetchStreamPipelineContext): ItemPipeline {
  const { stream, format, answers, finish } = context;
  const { run, settings, snapshots } = stream;
  const isCurrent = () => run()?.pipeline === pipeline;
  const pipeline = createItemPipeline({
    options: settings,
    defaultParser: format === 'json-lines' ? 'json' : 'text',
    isCurrent,
    add: (value, event) => snapshots.add(value, event, answers?.onAdded),
    onItem: (item, event) => {
      if (answers?.onItem(item) === false) return;
      callSafely(settings().onItem, item as never, event as never);
    },
    onParseError: finish,
    onEnd: finish,
  });
  return pipeline;
}
