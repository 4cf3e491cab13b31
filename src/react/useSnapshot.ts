import { useEffect, useState } from 'react';
import type { AttachingEffect } from '../core/platform/createAutoStart.ts';

/** A store whose snapshot a hook shows. */
export interface ReadableStore<Snapshot> {
  getSnapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  /** Ties the store to the life of a component. Returns the function that ends what it does. */
  attach(effect: AttachingEffect): () => void;
}

/**
 * Ties a store to the component's life and renders again at each new snapshot.
 *
 * The snapshot is held in plain state: the updates of `useSyncExternalStore` are always synchronous, so that a stream
 * that publishes at 60 Hz would hold up every transition.
 */
export function useSnapshot<Snapshot>(store: ReadableStore<Snapshot>): Snapshot {
  const [shown, setShown] = useState(() => ({ store, snapshot: store.getSnapshot() }));
  let current = shown;
  if (shown.store !== store) {
    current = { store, snapshot: store.getSnapshot() };
    // React renders again before it shows anything.
    setShown(current);
  }

  useEffect(() => {
    const read = () => {
      const snapshot = store.getSnapshot();
      setShown((latest) => (latest.snapshot === snapshot ? latest : { store, snapshot }));
    };
    const unsubscribe = store.subscribe(read);
    // Something may have arrived between the render and this effect.
    read();
    const detach = store.attach('passive');
    return () => {
      unsubscribe();
      detach();
    };
  }, [store]);
  return current.snapshot;
}
