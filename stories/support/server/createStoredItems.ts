import type { ResumeStorage } from 'react-streamed/resume';

/** A storage of a page, which can be watched. */
export interface StoredItems extends ResumeStorage {
  getSnapshot(): ReadonlyMap<string, string>;
  subscribe(listener: () => void): () => void;
}

/** Creates a storage like `sessionStorage`, but for one story. */
export function createStoredItems(): StoredItems {
  const listeners = new Set<() => void>();
  let items: ReadonlyMap<string, string> = new Map();
  const replace = (entries: Iterable<[string, string]>) => {
    items = new Map(entries);
    for (const listener of listeners) listener();
  };
  return {
    getSnapshot: () => items,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => replace([...items, [key, value]]),
    removeItem: (key) => replace([...items].filter(([name]) => name !== key)),
  };
}
