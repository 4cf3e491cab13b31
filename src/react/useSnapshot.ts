import { useEffect, useState } from 'react';

/** A store whose snapshot a hook shows. */
export interface ReadableStore<Snapshot> {
  getSnapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
}

/**
 * Reads the snapshot of a store, and renders again at each new one.
 *
 * It is held in plain state: the updates of `useSyncExternalStore` are always synchronous, so that a stream that
 * publishes at 60 Hz would hold up every transition.
 */
export function useSnapshot<Snapshot>(store: ReadableStore<Snapshot>): Snapshot {
  const [held, setHeld] = useState(() => ({ store, snapshot: store.getSnapshot() }));
  useEffect(
    () =>
      watch(store, (snapshot) =>
        setHeld((held) => (held.store === store && held.snapshot === snapshot ? held : { store, snapshot })),
      ),
    [store],
  );
  return held.store === store ? held.snapshot : store.getSnapshot();
}

function watch<Snapshot>(store: ReadableStore<Snapshot>, onSnapshot: (snapshot: Snapshot) => void): () => void {
  const read = () => onSnapshot(store.getSnapshot());
  const unsubscribe = store.subscribe(read);
  // Something may have arrived between the render and this effect.
  read();
  return unsubscribe;
}
