import type { DecoderSink } from '../core/decode/Decoder.ts';
import type { StreamFormat } from '../core/decode/StreamFormat.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { addItem, type Answer, rememberId } from './createAnswer.ts';

/** What the sink of one response needs. */
export interface ItemSinkOptions {
  readonly format: StreamFormat;
  readonly answer: Answer;
  /** What the response is: the beginning of an answer, what follows a position, or all of it again. */
  readonly part: 'beginning' | 'rest' | 'replay';
  readonly sink: DecoderSink;
  /** Called when something new is received. */
  onNews(): void;
  /** Shows the data that was built again. */
  release(): void;
}

/** Creates what receives the items of one response: it drops what was received before, or tells it from what is new. */
export function createItemSink(options: ItemSinkOptions): DecoderSink {
  const { format, answer, part, sink, onNews, release } = options;
  /** Whether only events that were received before have come, if any. */
  let isAtSeam = part === 'rest';
  let hasOwnId = false;
  let isNextRepeated = false;

  /** Chunks of text and bytes differ from one delivery to the next, so their length counts. Other items are whole. */
  const isCutAnywhere = (raw: unknown): raw is string | Uint8Array =>
    (format === 'text' && typeof raw === 'string') || (format === 'bytes' && ArrayBuffer.isView(raw));
  const lengthOf = (raw: unknown) => (isCutAnywhere(raw) ? raw.length : 1);
  const split = (raw: unknown, length: number): readonly [unknown, unknown] => {
    if (!isCutAnywhere(raw) || raw.length <= length) return [raw, undefined];
    return [raw.slice(0, length), raw.slice(length)];
  };

  const deliver = (raw: unknown, event: ServerSentEvent | undefined) => {
    if (!answer.replay) {
      answer.received = addItem(answer.received, lengthOf(raw));
      onNews();
    }
    sink.onItem(raw, event);
  };

  /** Delivers an item of a replay. The one that reaches what is shown may be longer: only the rest of it is new. */
  const deliverAgain = (raw: unknown, event: ServerSentEvent | undefined) => {
    const { replay, received } = answer;
    if (!replay) {
      deliver(raw, event);
      return;
    }
    const [old, fresh] = split(raw, received.length - replay.length);
    answer.replay = addItem(replay, lengthOf(old));
    deliver(old, event);
    if (!answer.replay || answer.replay.length < received.length) return;
    answer.received = answer.replay;
    answer.replay = undefined;
    release();
    if (fresh !== undefined) deliver(fresh, event);
  };

  return {
    ...sink,
    onItem: (raw, event) => {
      if (isNextRepeated) {
        isNextRepeated = false;
        return;
      }
      if (event && part === 'rest' && !hasOwnId) {
        // The ID of the response before persists over events without one.
        const continued = { ...event, lastEventId: answer.lastEventId };
        deliver(continued, continued);
        return;
      }
      deliverAgain(raw, event);
    },
    onLastEventId: (id) => {
      hasOwnId = true;
      isNextRepeated = isAtSeam && answer.recentIds.includes(id);
      if (isNextRepeated) return;
      isAtSeam = false;
      rememberId(answer, id);
      sink.onLastEventId(id);
    },
  };
}
