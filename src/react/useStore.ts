import { useEffect, useState } from 'react';

/** A store whose snapshot a hook shows. */
export interface ReadableStore<Snapshot> {
  getSnapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  /** Ties the store to the life of a component. Returns the function that ends what it does. */
  attach(): () => void;
}

/**
 * Keeps a store for as long as its identity stays, and renders again at each new snapshot of it.
 *
 * The snapshot is held in plain state: the updates of `useSyncExternalStore` are always synchronous, so that a stream
 * that publishes at 60 Hz would hold up every transition.
 *
 * @param identity - `undefined` keeps the store that is there.
 * @returns the latest snapshot, and the store.
 */
export function useStore<Snapshot, Store extends ReadableStore<Snapshot>>(
  create: () => Store & ReadableStore<Snapshot>,
  identity?: string,
): [Snapshot, Store] {
  const [held, setHeld] = useState(() => hold(create(), identity));
  let current = held;
  if (identity !== undefined && identity !== held.identity) {
    // A store that was created without an identity takes the first one that there is.
    current = hold(held.identity === undefined ? held.store : create(), identity);
    setHeld(current);
  }
  const { store, snapshot } = current;

  useEffect(() => {
    const read = () => {
      const snapshot = store.getSnapshot();
      setHeld((held) => (held.store === store && held.snapshot !== snapshot ? { ...held, snapshot } : held));
    };
    const unsubscribe = store.subscribe(read);
    // Something may have arrived between the render and this effect.
    read();
    const detach = store.attach();
    return () => {
      unsubscribe();
      detach();
    };
  }, [store]);
  return [snapshot, store];
}

function hold<Snapshot, Store extends ReadableStore<Snapshot>>(
  store: Store & ReadableStore<Snapshot>,
  identity: string | undefined,
): { store: Store; snapshot: Snapshot; identity: string | undefined } {
  return { store, snapshot: store.getSnapshot(), identity };
}
