import { useState } from 'react';
import { useSnapshot, type ReadableStore } from './useSnapshot.ts';

/**
 * Creates a store for the life of the component and renders again at each new snapshot.
 *
 * @returns the latest snapshot, and the store.
 */
export function useStore<Snapshot, Store extends ReadableStore<Snapshot>>(
  create: () => Store & ReadableStore<Snapshot>,
): [Snapshot, Store] {
  const [store] = useState(create);
  return [useSnapshot<Snapshot>(store), store];
}
