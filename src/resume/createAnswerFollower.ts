import type { AnswerFollower, EndStatus, ResumableStream } from '../core/fetch-stream/StreamResumption.ts';
import { callSafely } from '../core/platform/callSafely.ts';
import type { StreamResponse } from '../core/request/StreamResponse.ts';
import { type Answer, commitItem, createAnswer } from './createAnswer.ts';
import { createStoredId } from './createStoredId.ts';
import type { ResumableOptions } from './ResumableOptions.ts';
import { resumeRequest } from './resumeRequest.ts';
import { sendCancel } from './sendCancel.ts';
import { warnOfMissingKey } from './warnOfMissingKey.ts';

/** Follows the answers of one fetch stream: knows the id and the position of each, and requests what is missing. */
export function createAnswerFollower(stream: ResumableStream, options: () => ResumableOptions): AnswerFollower {
  const { snapshots } = stream;
  let answer: Answer | undefined;
  /** Whether the storage may hold an id that nobody has asked for yet. */
  let mayBeStored = true;
  let isRestored = false;
  /** Tells whether the latest run continues. Undefined before the first one. */
  let isRunning: (() => boolean) | undefined;

  const createPlace = () => {
    const { storage } = options();
    const { key } = stream.options();
    if (storage && key === undefined) warnOfMissingKey();
    return createStoredId(storage, key);
  };

  /** Reads the id of an answer during which the page was left. A render must not read it, because a server has none. */
  const restore = () => {
    if (!mayBeStored) return;
    mayBeStored = false;
    const place = createPlace();
    const id = place.read();
    if (!id) return;
    isRestored = true;
    answer = createAnswer(place, id);
  };

  const identify = (response: StreamResponse | undefined, item?: unknown) => {
    const own = answer;
    if (!own || own.id !== undefined || !response) return;
    const id = callSafely(options().id, response, item);
    if (!id || answer !== own) return;
    own.id = id;
    own.place.write(id);
  };

  const end = (status: EndStatus) => {
    restore();
    isRestored = false;
    const ended = answer;
    answer = undefined;
    if (ended?.id === undefined) return;
    if (status === 'done') snapshots.release();
    const { id, place } = ended;
    place.remove(id);
    snapshots.endData();
    // While its component is hidden, the stream has no run whose end would be shown.
    if (!isRunning?.()) snapshots.show({});
    if (status !== 'stopped') return;
    const cancel = callSafely(options().cancel, { id });
    if (cancel) void sendCancel(cancel, stream.options());
  };

  /** Shows a stream that was never started, because nothing is left of the answer during which the page was left. */
  const leave = () => {
    end('done');
    snapshots.forgetPrevious();
    const result = { status: 'idle', data: snapshots.accumulated().data as never, error: undefined } as const;
    stream.settle(result, () => snapshots.show({ status: 'idle', reconnection: undefined }));
  };

  return {
    isStored: () => {
      restore();
      return isRestored;
    },
    isOpen: () => answer?.id !== undefined,
    begin: (request, isCurrent) => {
      restore();
      isRestored = false;
      isRunning = isCurrent;
      if (answer?.id === undefined) answer = createAnswer(createPlace(), undefined);
      return resumeRequest(request, { answer, stream, options, isCurrent, identify, leave });
    },
    onAdded: () => {
      if (answer) commitItem(answer);
    },
    onItem: (item) => {
      if (!answer || answer.replayedLength !== undefined) return false;
      commitItem(answer);
      identify(snapshots.state().response, item);
      return isRunning?.() === true;
    },
    end,
  };
}
