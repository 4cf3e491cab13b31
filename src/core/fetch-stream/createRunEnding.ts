import type { ItemPipeline } from '../items/createItemPipeline.ts';
import { callSafely } from '../platform/callSafely.ts';
import type { Run } from '../request/RequestPlan.ts';
import type { StreamError } from '../StreamError.ts';
import type { StreamBase } from '../stream/createStreamBase.ts';
import type { FetchStreamState } from './FetchStreamState.ts';
import type { FetchStreamResult } from './FetchStreamStore.ts';
import type { AnswerFollower, EndStatus, ResumableStreamOptions, StreamResumption } from './StreamResumption.ts';

/** A run of a fetch stream, from a start to its end. */
export interface FetchStreamRun extends Run {
  /** Tells the caller of `start` how it ended. A stream that started by itself has no such caller. */
  readonly resolve: ((result: FetchStreamResult<never>) => void) | undefined;
  /** Takes its items to the snapshots. */
  readonly pipeline: ItemPipeline;
}

/** What is called when a run has ended. */
interface EndCallbacks {
  readonly onEnd?: ((data: never) => void) | undefined;
  readonly onStop?: ((data: never) => void) | undefined;
  readonly onError?: ((error: StreamError) => void) | undefined;
}

/** The stream whose runs end. */
type EndingStream = Pick<
  StreamBase<ResumableStreamOptions & EndCallbacks, FetchStreamState, unknown, FetchStreamRun>,
  'endRun' | 'run' | 'settings' | 'show' | 'snapshots'
>;

/** Ends the runs of one fetch stream. */
export interface RunEnding {
  /** Follows the answers of the stream if they can be resumed. */
  readonly answers: AnswerFollower | undefined;
  /** Stops the run without calling back. Its answer may be resumed later. */
  interrupt(): void;
  /** Stops the run, if there is one, and calls back. */
  stop(): void;
  /** Stops the run, if there is one, and calls `showNext` before it calls back, to show something else than that. */
  stopBefore(showNext: () => void): void;
  /** Ends the run because it is complete, or has failed, and calls back. */
  finish(error?: StreamError): void;
}

/** Creates what ends the runs of a stream. */
export function createRunEnding(stream: EndingStream, resume: StreamResumption | undefined): RunEnding {
  const { run, settings, show, snapshots } = stream;
  const showStopped = () => show({ status: 'stopped', error: undefined });

  /** Ends the data of the run, unless its answer may continue, and describes the end. */
  const describeEnd = (status: EndStatus, error?: StreamError): FetchStreamResult<never> => {
    if (run() && !answers?.isOpen()) snapshots.endData();
    return { status, data: snapshots.accumulated().data as never, error };
  };
  /** Ends the run without calling back. */
  const settle = (result: FetchStreamResult<never>, showNext: () => void) => {
    stream.endRun(showNext)?.resolve?.(result);
  };
  const answers = resume?.follow({ options: settings, snapshots, settle });

  const callBack = ({ status, data, error }: FetchStreamResult<never>) => {
    const { onEnd, onStop, onError } = settings();
    if (error) callSafely(onError, error);
    else callSafely(status === 'done' ? onEnd : onStop, data);
  };
  /** Ends the answer, before its data is read, because the end may change what is shown. */
  const endAnswer: typeof describeEnd = (status, error) => {
    answers?.end(status);
    return describeEnd(status, error);
  };
  /** Ends the run, if there is one, and calls back. */
  const end = (result: FetchStreamResult<never>, showNext: () => void) => {
    const isRunning = run() !== undefined;
    settle(result, showNext);
    if (isRunning) callBack(result);
  };
  const endCurrent = (status: EndStatus, showNext: () => void, error?: StreamError) => {
    const own = run();
    const result = endAnswer(status, error);
    // The end of an answer and of its data calls functions of the user, which may have ended the run.
    if (own && run() === own) end(result, showNext);
  };

  return {
    answers,
    interrupt: () => settle(describeEnd('stopped'), showStopped),
    stop: () => endCurrent('stopped', showStopped),
    stopBefore: (showNext) => end(endAnswer('stopped'), showNext),
    finish: (error) => {
      const status = error ? 'error' : 'done';
      if (!error) snapshots.forgetPrevious();
      endCurrent(status, () => show({ status, error }), error);
    },
  };
}
