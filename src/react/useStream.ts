import { useCallback, useInsertionEffect, useRef, useState } from 'react';
import type { StreamUrl } from '../core/request/RequestOptions.ts';
import { isSameSource, streamIdentity, type KeyedSource } from '../core/request/streamIdentity.ts';
import { useRequestLoop, type LoopingStream } from './useRequestLoop.ts';
import { useSnapshot, type ReadableStore } from './useSnapshot.ts';

/** What a hook needs of the stream that it ties to a component. */
interface Stream<Snapshot, Options> extends ReadableStore<Snapshot>, LoopingStream {
  setOptions(options: Options & { url: StreamUrl }): void;
  /** Shows before the component has mounted that the stream will start then. */
  prepare(): void;
}

/** The stream of a component. */
interface Held<Store, Snapshot> {
  readonly store: Store;
  /** What the stream was created for. */
  readonly source: KeyedSource | undefined;
  /** The latest snapshot of the stream that this one has replaced. */
  readonly replaced: Snapshot | undefined;
}

/**
 * Keeps a stream as long as its identity stays the same, gives it the latest options, and ties it to the component's life.
 *
 * @param settings - the options of this render.
 * @param source - what the stream is identified by. Without it, the stream is never replaced.
 * @returns the latest snapshot, and a function that returns the stream that the component has now. That function keeps its
 *   identity, so that the functions that a hook makes with it keep theirs.
 */
export function useStream<Snapshot extends object, Options extends object, Store extends Stream<Snapshot, Options>>(
  create: (url: StreamUrl, options: Options) => Store & Stream<Snapshot, Options>,
  settings: Options & { url: StreamUrl },
  source: KeyedSource | undefined,
): [Snapshot, () => Store] {
  const [held, setHeld] = useState<Held<Store, Snapshot>>(() => ({
    store: create(settings.url, settings),
    source,
    replaced: undefined,
  }));
  const { store } = held;
  const snapshot = useSnapshot<Snapshot>(store);
  const isRefused = useRequestLoop(held, snapshot);

  if (source && !held.source) {
    // A stream that was created without a source keeps its state when it gets one.
    setHeld({ ...held, source });
  } else if (source && held.source && !isRefused && !isSameStream(held.source, source)) {
    const next = create(settings.url, settings);
    next.prepare();
    setHeld({ store: next, source, replaced: snapshot });
  }

  const storeRef = useRef(store);
  // Before any effect or callback of this commit, including a child's, can use the stream.
  useInsertionEffect(() => {
    storeRef.current = store;
    store.setOptions(settings);
  });
  const current = useCallback(() => storeRef.current, []);
  return [snapshot, current];
}

function isSameStream(a: KeyedSource, b: KeyedSource): boolean {
  return isSameSource(a, b) || streamIdentity(a) === streamIdentity(b);
}
