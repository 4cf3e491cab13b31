import { useEffect, useState } from 'react';
import type { AttachingEffect } from '../core/platform/createAutoStart.ts';
import { isSameSource, streamIdentity, type KeyedSource } from '../core/request/streamIdentity.ts';
import type { StreamError } from '../core/StreamError.ts';
import { useRequestLoop } from './useRequestLoop.ts';

/** A store whose snapshot a hook shows. */
export interface ReadableStore<Snapshot> {
  getSnapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  /** Ties the store to the life of a component. Returns the function that ends what it does. */
  attach(effect: AttachingEffect): () => void;
  /** Shows before the component has mounted that the store will start then. */
  prepare?(): void;
  /** Fails the store before it starts. */
  refuse?(error: StreamError): void;
}

/** The store of a component, and what it shows of it. */
interface Held<Snapshot, Store> {
  readonly store: Store;
  readonly snapshot: Snapshot;
  /** What the store was created for. */
  readonly source: KeyedSource | undefined;
  readonly identity: string | undefined;
  /** The latest snapshot of the store that this one has replaced. */
  readonly replaced: Snapshot | undefined;
  /** Whether the store was refused, because its request changes at every render. It is not replaced any more. */
  readonly isRefused: boolean;
}

/**
 * Keeps a store as long as its source has the same identity, and renders again at each new snapshot.
 *
 * The snapshot is held in plain state: the updates of `useSyncExternalStore` are always synchronous, so that a stream
 * that publishes at 60 Hz would hold up every transition.
 *
 * @param source - what the store is for. Without one, the store is never replaced.
 * @returns the latest snapshot, and the store.
 */
export function useStore<Snapshot, Store extends ReadableStore<Snapshot>>(
  create: () => Store & ReadableStore<Snapshot>,
  source?: KeyedSource,
): [Snapshot, Store] {
  const [held, setHeld] = useState<Held<Snapshot, Store>>(() => hold<Snapshot, Store>(create(), source));
  let current = held;
  if (source && !held.isRefused && !isFor(held, source)) {
    current = replace<Snapshot, Store>(held, create, source);
    setHeld(current);
  }
  const { store, snapshot, replaced } = current;
  const detectLoop = useRequestLoop(snapshot, source);

  useEffect(() => {
    const loop = detectLoop(replaced);
    const read = () => {
      const latest = store.getSnapshot();
      setHeld((held) => {
        const isNews = held.store === store && held.snapshot !== latest;
        return isNews ? { ...held, snapshot: latest, isRefused: loop !== undefined } : held;
      });
    };
    const unsubscribe = store.subscribe(read);
    if (loop) store.refuse?.(loop);
    // Something may have arrived between the render and this effect.
    read();
    const detach = store.attach('passive');
    return () => {
      unsubscribe();
      detach();
    };
  }, [store, replaced, detectLoop]);
  return [snapshot, store];
}

function hold<Snapshot, Store extends ReadableStore<Snapshot>>(
  store: Store,
  source: KeyedSource | undefined,
): Held<Snapshot, Store> {
  return {
    store,
    snapshot: store.getSnapshot(),
    source,
    identity: source && streamIdentity(source),
    replaced: undefined,
    isRefused: false,
  };
}

function isFor<Snapshot, Store>(held: Held<Snapshot, Store>, source: KeyedSource): boolean {
  if (held.source && isSameSource(held.source, source)) return true;
  return held.identity === streamIdentity(source);
}

function replace<Snapshot, Store extends ReadableStore<Snapshot>>(
  held: Held<Snapshot, Store>,
  create: () => Store,
  source: KeyedSource,
): Held<Snapshot, Store> {
  // A store that was created without a source keeps its state when it gets one.
  if (!held.source) return { ...held, source, identity: streamIdentity(source) };
  const store = create();
  store.prepare?.();
  return { ...hold<Snapshot, Store>(store, source), replaced: held.snapshot };
}
