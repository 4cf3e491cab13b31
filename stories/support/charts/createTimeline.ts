/** Something that happened on a connection. */
export interface TimelineEntry {
  readonly id: number;
  /** A `performance.now()` time. */
  readonly at: number;
  /** The origin of the entry: the network, the client that sends a request, the source that changes, or an event. */
  readonly lane: 'network' | 'request' | 'status' | 'event';
  /** A few characters for the picture. */
  readonly label: string;
  /** The same in words, for the log. Empty if another entry says it. */
  readonly text: string;
}

/** Records what happens on a connection. */
export interface Timeline {
  getSnapshot(): readonly TimelineEntry[];
  subscribe(listener: () => void): () => void;
  add(entry: Omit<TimelineEntry, 'id'>): void;
}

const limit = 300;

/** Creates a timeline that keeps the latest 300 entries. */
export function createTimeline(): Timeline {
  const listeners = new Set<() => void>();
  let entries: readonly TimelineEntry[] = [];
  let id = 0;
  return {
    getSnapshot: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (entry) => {
      id += 1;
      entries = [...entries.slice(1 - limit), { ...entry, id }];
      for (const listener of listeners) listener();
    },
  };
}
