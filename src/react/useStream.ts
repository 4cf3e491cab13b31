import { useEffect, useInsertionEffect, useRef, useState, type RefObject } from 'react';
import type { StreamUrl } from '../core/RequestOptions.ts';
import { useSnapshot, type ReadableStore } from './useSnapshot.ts';

/** What a hook needs of the stream that it ties to a component. */
interface Stream<Snapshot, Options> extends ReadableStore<Snapshot> {
  update(options: Partial<Options> & { url?: StreamUrl }): void;
  attach(): () => void;
}

/**
 * Keeps a stream for as long as its identity stays, gives it the latest options, and ties it to the component's life.
 *
 * @param identity - `undefined` keeps the stream that is there.
 * @returns the latest snapshot, and the stream for use in callbacks.
 */
export function useStream<Snapshot, Options extends object, Store extends Stream<Snapshot, Options>>(
  create: (url: StreamUrl, options: Options) => Store & Stream<Snapshot, Options>,
  url: StreamUrl,
  options: Options,
  identity: string | undefined,
): [Snapshot, RefObject<Store>] {
  const [held, setHeld] = useState(() => ({ identity, store: create(url, options) }));
  let { store } = held;
  if (identity !== undefined && identity !== held.identity) {
    // A stream that was created without an identity takes the first one that there is.
    if (held.identity !== undefined) store = create(url, options);
    setHeld({ identity, store });
  }

  const snapshot = useSnapshot(store);
  const storeRef = useRef<Store>(store);
  const optionsRef = useRef(options);
  // Before any effect or callback of this commit, a child's included, can use the stream.
  useInsertionEffect(() => {
    storeRef.current = store;
    store.update({ url, ...leaveOut(optionsRef.current, options), ...options });
    optionsRef.current = options;
  });
  useEffect(() => store.attach(), [store]);
  return [snapshot, storeRef];
}

/** Gives `undefined` for each option of the render before that is not there any more. */
function leaveOut<Options extends object>(before: Options, now: Options): Partial<Options> {
  const names = Object.keys(before).filter((name) => !(name in now));
  return Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Options>;
}
