import type { StreamResponse } from '../core/request/StreamResponse.ts';
import type { StoredId } from './createStoredId.ts';

/** How many of the latest event IDs are remembered. */
const mostRecentIds = 64;

/** How much was received: items, and their length in characters or bytes if chunks of text or bytes may differ. */
export interface Amount {
  readonly items: number;
  readonly length: number;
}

/** What is known of one answer, over all its responses. */
export interface Answer {
  /** What the server calls it. */
  id: string | undefined;
  readonly place: StoredId;
  /** The first response that was accepted. */
  response: StreamResponse | undefined;
  lastEventId: string;
  /** The latest event IDs, the oldest first. */
  recentIds: readonly string[];
  /** The offset after the last whole item. */
  loaded: number;
  /** How many bytes the progress shows. */
  shownBytes: number;
  /** What was received. */
  received: Amount;
  /** What of that was received again, while the server sends it from the start. */
  replay: Amount | undefined;
}

export const nothing: Amount = { items: 0, length: 0 };

/** Creates an answer of which nothing was received. */
export function createAnswer(place: StoredId, id: string | undefined): Answer {
  return {
    id,
    place,
    response: undefined,
    lastEventId: '',
    recentIds: [],
    loaded: 0,
    shownBytes: 0,
    received: nothing,
    replay: undefined,
  };
}

/** Returns the amount after one more item. */
export function addItem({ items, length }: Amount, itemLength: number): Amount {
  return { items: items + 1, length: length + itemLength };
}

/** Remembers an event ID, and forgets the oldest one. */
export function rememberId(answer: Answer, id: string): void {
  answer.lastEventId = id;
  answer.recentIds = [...answer.recentIds, id].slice(-mostRecentIds);
}
