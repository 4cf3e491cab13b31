import type { ServerSentEvent } from 'react-streamed';

/** What a reader has seen of a stream whose IDs count up by one. */
export interface Record {
  first: number;
  last: number;
  count: number;
  lost: number;
  doubled: number;
  disordered: number;
  opened: number;
  /** The longest times between two events, with the time at which each ended, in milliseconds. */
  gaps: { at: number; length: number }[];
  /** The data of streams that have no such IDs. */
  texts: string[];
  hook: { [name: string]: unknown };
  add(item: unknown, event: ServerSentEvent): void;
  open(): void;
}

/** The shortest time between two events that is kept, in milliseconds. */
const shortestGap = 8;

/** Creates an empty record. */
export function createRecord(): Record {
  let heardAt = 0;
  const seen = new Set<number>();
  const record: Record = {
    first: 0,
    last: 0,
    count: 0,
    lost: 0,
    doubled: 0,
    disordered: 0,
    opened: 0,
    gaps: [],
    texts: [],
    hook: {},
    add: (_item, event) => {
      const now = performance.timeOrigin + performance.now();
      if (heardAt && now - heardAt > shortestGap) record.gaps.push({ at: now, length: now - heardAt });
      heardAt = now;
      const id = Number(event.lastEventId);
      record.count += 1;
      if (record.texts.length < 1000) record.texts.push(event.data);
      if (!id) return;
      if (seen.has(id)) record.doubled += 1;
      else if (id < record.last) record.disordered += 1;
      else if (record.last && id > record.last + 1) record.lost += id - record.last - 1;
      record.first ||= id;
      record.last = Math.max(record.last, id);
      seen.add(id);
    },
    open: () => {
      record.opened += 1;
    },
  };
  return record;
}
