import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/**
 * Events and comments as texts, because browsers copy an array of texts to another page in half the time that an array of
 * objects takes. Each item is its last event ID, with its type and a line feed before it unless that is `message`, and its
 * data. Neither an ID nor a type contains a line feed.
 */
export type PackedItems = readonly string[];

/** How many texts an item has. */
export const textsPerItem = 2;

/** Adds an item to a packed list. A comment is an item without a type, whose data is its text. */
export function packItem(items: string[], { type, data, lastEventId }: ServerSentEvent): void {
  items.push(type === 'message' ? lastEventId : `${type}\n${lastEventId}`, data);
}

/** Restores the items of a packed list. */
export function unpackItems(items: PackedItems): ServerSentEvent[] {
  const unpacked: ServerSentEvent[] = [];
  for (let index = 0; index < items.length; index += textsPerItem) {
    const head = items[index]!;
    const lineFeed = head.indexOf('\n');
    unpacked.push({
      type: lineFeed < 0 ? 'message' : head.slice(0, lineFeed),
      data: items[index + 1]!,
      lastEventId: head.slice(lineFeed + 1),
    });
  }
  return unpacked;
}
