import type { DecoderSink } from '../core/decode/Decoder.ts';
import type { StreamFormat } from '../core/decode/StreamFormat.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { type Answer, lastEventIdOf } from './createAnswer.ts';

/** How many of the latest event IDs are remembered. */
const mostRecentIds = 64;

/** What is needed to recognize the items of one response that were received before. */
export interface RepeatedItemsOptions {
  readonly format: StreamFormat;
  readonly answer: Answer;
  /** Whether the response is what follows a position. */
  readonly isRest: boolean;
  /** Whether the run has been neither stopped nor interrupted. */
  isCurrent(): boolean;
  /** Receives each item that is new, and those of a replay. */
  readonly onItem: DecoderSink['onItem'];
  /** Called once a replay has delivered all that was received before it. */
  onReplayEnd(): void;
}

/** Receives the items of one response: counts those that are new, and drops events that the server repeats. */
export function dropRepeatedItems(options: RepeatedItemsOptions): Pick<DecoderSink, 'onItem' | 'onLastEventId'> {
  const { format, answer, isRest, isCurrent, onItem, onReplayEnd } = options;
  /** Whether events may be repeated: only before the first one with a new ID. */
  let mayRepeat = isRest;
  /** The offset after the latest event that was repeated. */
  let repeatedEnd: number | undefined;

  /** Chunks of text and bytes differ from one delivery to the next, so their length counts. Other items are whole. */
  const isCutAnywhere = format === 'text' || format === 'bytes';
  const lengthOf = (raw: unknown) => (isCutAnywhere ? ((raw as string | undefined)?.length ?? 1) : 1);

  const receive = (raw: unknown, event: ServerSentEvent | undefined) => {
    const { next } = answer;
    answer.next = { ...next, items: next.items + 1, length: next.length + lengthOf(raw) };
    onItem(raw, event);
  };

  /** Receives an item of a replay. If it is longer than what is missing of the replay, its end is new. */
  const receiveAgain = (raw: unknown, event: ServerSentEvent | undefined) => {
    const { replayedLength = 0, received } = answer;
    const missing = received.length - replayedLength;
    const chunk = raw as string | Uint8Array;
    const hasNews = lengthOf(raw) > missing;
    answer.replayedLength = replayedLength + Math.min(lengthOf(raw), missing);
    onItem(hasNews ? chunk.slice(0, missing) : raw, event);
    if (!isCurrent() || answer.replayedLength < received.length) return;
    answer.replayedLength = undefined;
    onReplayEnd();
    if (hasNews && isCurrent()) receive(chunk.slice(missing), event);
  };

  return {
    onItem: (raw, event) => {
      if (answer.next.loaded === repeatedEnd) return;
      if (answer.replayedLength !== undefined) {
        receiveAgain(raw, event);
      } else if (isRest && event && !event.lastEventId) {
        // The ID of the response before persists over events without one.
        const continued = { ...event, lastEventId: lastEventIdOf(answer.next) };
        receive(continued, continued);
      } else {
        receive(raw, event);
      }
    },
    onLastEventId: (id) => {
      const { next } = answer;
      if (mayRepeat && next.recentIds.includes(id)) {
        repeatedEnd = next.loaded;
        return;
      }
      mayRepeat = false;
      answer.next = { ...next, recentIds: [...next.recentIds, id].slice(-mostRecentIds) };
    },
  };
}
