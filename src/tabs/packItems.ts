import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/**
 * Events and comments as texts: the type, the data and the last event ID of each. Browsers copy an array of texts to
 * another page in half the time that an array of objects takes.
 */
export type PackedItems = readonly string[];

/** How many texts an item has. */
export const textsPerItem = 3;

/** Restores items. A comment is an item without a type, whose data is its text. */
export function unpackItems(items: PackedItems): ServerSentEvent[] {
  const unpacked: ServerSentEvent[] = [];
  for (let index = 0; index < items.length; index += textsPerItem) {
    unpacked.push({ type: items[index]!, data: items[index + 1]!, lastEventId: items[index + 2]! });
  }
  return unpacked;
}
