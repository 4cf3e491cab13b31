import { useCallback, useInsertionEffect, useRef } from 'react';
import type { StreamUrl } from '../core/request/RequestOptions.ts';
import type { KeyedSource } from '../core/request/streamIdentity.ts';
import { useStore, type ReadableStore } from './useStore.ts';

/** What a hook needs of the stream that it ties to a component. */
interface Stream<Snapshot, Options> extends ReadableStore<Snapshot> {
  setOptions(options: Options & { url: StreamUrl }): void;
}

/** A request as a component asks for it at a render. */
export interface StreamRequest<Options> {
  readonly url: StreamUrl;
  readonly options: Options;
  /** What the stream is identified by. Without it, the stream is never replaced. */
  readonly source: KeyedSource | undefined;
}

/**
 * Keeps a stream as long as its identity stays the same, gives it the latest options, and ties it to the component's life.
 *
 * @returns the latest snapshot, and a function that returns the stream that the component has now. That function keeps its
 *   identity, so that the functions that a hook makes with it keep theirs.
 */
export function useStream<Snapshot extends object, Options extends object, Store extends Stream<Snapshot, Options>>(
  create: (url: StreamUrl, options: Options) => Store & Stream<Snapshot, Options>,
  { url, options, source }: StreamRequest<Options>,
): [Snapshot, () => Store] {
  const [snapshot, store] = useStore<Snapshot, Store>(() => create(url, options), source);
  const storeRef = useRef(store);
  // Before any effect or callback of this commit, including a child's, can use the stream.
  useInsertionEffect(() => {
    storeRef.current = store;
    store.setOptions({ ...options, url });
  });
  const current = useCallback(() => storeRef.current, []);
  return [snapshot, current];
}
