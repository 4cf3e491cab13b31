import { useInsertionEffect, useMemo, useRef } from 'react';
import type { StreamUrl } from '../core/request/RequestOptions.ts';
import { useStore, type ReadableStore } from './useStore.ts';

/** What a hook needs of the stream that it ties to a component. */
interface Stream<Snapshot, Options> extends ReadableStore<Snapshot> {
  setOptions(options: Options & { url: StreamUrl }): void;
}

/**
 * Keeps a stream for as long as its identity stays, gives it the latest options, and ties it to the component's life.
 *
 * @param names - the functions of the stream that the component gets, the same array at each render.
 * @param identity - `undefined` keeps the stream that is there.
 * @returns the latest snapshot and those functions, which keep their identities.
 */
export function useStream<
  Snapshot extends object,
  Options extends object,
  Store extends Stream<Snapshot, Options>,
  Name extends keyof Store,
>(
  create: (url: StreamUrl, options: Options) => Store & Stream<Snapshot, Options>,
  names: readonly Name[],
  url: StreamUrl,
  options: Options,
  identity: string | undefined,
): Snapshot & Pick<Store, Name> {
  const [snapshot, store] = useStore<Snapshot, Store>(() => create(url, options), identity);
  const storeRef = useRef(store);
  // Before any effect or callback of this commit, a child's included, can use the stream.
  useInsertionEffect(() => {
    storeRef.current = store;
    store.setOptions({ ...options, url });
  });

  const controls = useMemo(() => {
    const call =
      (name: Name) =>
      (...args: unknown[]) =>
        (storeRef.current[name] as (...args: unknown[]) => unknown)(...args);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as Pick<Store, Name>;
  }, [names]);
  return useMemo(() => ({ ...snapshot, ...controls }), [snapshot, controls]);
}
