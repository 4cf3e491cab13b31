import type { StoredId } from './createStoredId.ts';

/** How much of an answer has been received, up to the end of an item. */
export interface ReceivedPart {
  readonly items: number;
  /** The length of the items: in characters or bytes for text and bytes, otherwise 1 for each item. */
  readonly length: number;
  /** The offset after the last item. */
  readonly loaded: number;
  /** The latest event IDs, the oldest first. */
  readonly recentIds: readonly string[];
}

/** What is known of one answer, over all its responses. */
export interface Answer {
  /** What the server calls it. */
  id: string | undefined;
  readonly place: StoredId;
  /** What the page has. The rest is requested from here. */
  received: ReceivedPart;
  /** What the page has once the item that is being delivered is in the data. */
  next: ReceivedPart;
  /** The length of what was received again, while the server sends the answer from the start. */
  replayedLength: number | undefined;
}

/** Creates an answer of which nothing was received. */
export function createAnswer(place: StoredId, id: string | undefined): Answer {
  const nothing: ReceivedPart = { items: 0, length: 0, loaded: 0, recentIds: [] };
  return { id, place, received: nothing, next: nothing, replayedLength: undefined };
}

/** Counts the item that was delivered, unless it was received before. */
export function commitItem(answer: Answer): void {
  if (answer.replayedLength === undefined) answer.received = answer.next;
}

/** Returns the last event ID of a part. Empty if it has none. */
export function lastEventIdOf({ recentIds }: ReceivedPart): string {
  return recentIds.at(-1) ?? '';
}
