import type { AnswerFollower, EndStatus, ResumableStream } from '../core/fetch-stream/StreamResumption.ts';
import { callSafely } from '../core/platform/callSafely.ts';
import { type Answer, createAnswer } from './createAnswer.ts';
import { createStoredId } from './createStoredId.ts';
import type { ResumableOptions } from './ResumableOptions.ts';
import { resumeRequest } from './resumeRequest.ts';
import { sendCancel } from './sendCancel.ts';
import { warnOfMissingKey } from './warnOfMissingKey.ts';

/** Follows the answers of one fetch stream: knows the id and the position of each, and requests what is missing. */
export function createAnswerFollower(stream: ResumableStream, options: () => ResumableOptions): AnswerFollower {
  let answer: Answer | undefined;
  /** Whether the storage may hold an id that nobody has asked for yet. */
  let mayBeStored = true;
  let isRestored = false;

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

  const identify = (own: Answer, item: unknown) => {
    if (own.id !== undefined || !own.response) return;
    const id = callSafely(options().id, own.response, item);
    if (!id || answer !== own) return;
    own.id = id;
    own.place.write(id);
  };

  const end = (status: EndStatus) => {
    const ended = answer;
    answer = undefined;
    mayBeStored = false;
    isRestored = false;
    const { place } = ended ?? { place: createPlace() };
    place.remove();
    if (ended?.replay && status === 'done') stream.snapshots.hold();
    if (ended?.id === undefined || status !== 'stopped') return;
    const cancel = callSafely(options().cancel, { id: ended.id });
    if (cancel) void sendCancel(cancel, stream.options());
  };

  /** Shows a stream that was never started. */
  const leave = () => {
    end('done');
    const { snapshots, settle } = stream;
    const result = { status: 'idle', data: snapshots.accumulated().data as never, error: undefined } as const;
    settle(result, () => snapshots.show({ status: 'idle', reconnection: undefined }));
  };

  return {
    isStored: () => {
      restore();
      return isRestored;
    },
    isOpen: () => answer?.id !== undefined,
    begin: (request) => {
      restore();
      isRestored = false;
      if (answer?.id === undefined) answer = createAnswer(createPlace(), undefined);
      const own = answer;
      return resumeRequest(request, {
        answer: own,
        stream,
        options,
        isCurrent: () => answer === own,
        identify: (item) => identify(own, item),
        leave,
      });
    },
    onItem: (item) => {
      const own = answer;
      if (!own || own.replay) return false;
      identify(own, item);
      return answer === own;
    },
    end,
  };
}
