import { useCallback, useInsertionEffect, useRef, useState } from 'react';
import { isEnabled } from '../core/request/isEnabled.ts';
import { observer } from '../core/platform/observer.ts';
import type { StreamSource } from '../core/request/RequestOptions.ts';
import { isSameStream, type KeyedSource } from '../core/request/isSameStream.ts';
import { useLoopGuard, type LoopingStream } from './useLoopGuard.ts';
import { useSnapshot, type ReadableStore } from './useSnapshot.ts';

/** What a hook needs of the stream that it ties to a component. */
interface Stream<Snapshot, Settings> extends ReadableStore<Snapshot>, LoopingStream {
  setOptions(settings: Settings): void;
  /** Shows before the component has mounted that the stream will start then. */
  prepare(replaced: Snapshot): void;
}

/**
 * How many streams may replace one another before one of them has started. A request that changes whenever it is read,
 * such as `body: { id: crypto.randomUUID() }`, changes between two passes of one render, of which React allows 25.
 */
const mostUnstarted = 10;

/** The stream of a component. */
interface Held<Store, Snapshot> {
  readonly store: Store;
  /** What the stream was created for. */
  readonly source: KeyedSource | undefined;
  /** The latest snapshot of the stream that this one has replaced. */
  readonly replaced: Snapshot | undefined;
  /** What it showed when it was created. */
  readonly initial: Snapshot | undefined;
  /** How many streams in a row were replaced before they had started. */
  readonly unstarted: number;
}

/**
 * Keeps a stream as long as its identity stays the same, gives it the latest options, and ties it to the component's life.
 *
 * @param settings - the options of this render.
 * @param source - what the stream is identified by. Without it, the stream is never replaced.
 * @returns the latest snapshot, and a function that returns the stream that the component has now. That function keeps its
 *   identity, so that the functions that a hook makes with it keep theirs.
 */
export function useStream<
  Snapshot extends { readonly response: unknown },
  Settings extends { url: StreamSource },
  Store extends Stream<Snapshot, Settings>,
>(
  create: (url: Settings['url'], options: Settings) => Store & Stream<Snapshot, Settings>,
  settings: Settings,
  source: KeyedSource | undefined,
): [Snapshot, () => Store] {
  const [held, setHeld] = useState<Held<Store, Snapshot>>(() => ({
    store: create(settings.url, settings),
    source,
    replaced: undefined,
    initial: undefined,
    unstarted: 0,
  }));
  const shown = useSnapshot<Snapshot>(held.store);
  const isRefused = useLoopGuard(held, shown);

  let latest = held;
  const hasStarted = shown !== held.initial;
  const mayReplace = !isRefused && (hasStarted || held.unstarted < mostUnstarted);
  if (source && !held.source) {
    // A stream that was created without a source keeps its state when it gets one.
    latest = { ...held, source };
  } else if (source && held.source && mayReplace && !isSameStream(held.source, source)) {
    const next = create(settings.url, settings);
    next.prepare(shown);
    const mayBeEndless = !hasStarted && isEnabled(source);
    const unstarted = mayBeEndless ? held.unstarted + 1 : 0;
    latest = { store: next, source, replaced: shown, initial: next.getSnapshot(), unstarted };
  }
  // React renders again before it shows anything.
  if (latest !== held) setHeld(latest);
  const { store } = latest;

  const storeRef = useRef(store);
  // Before any effect or callback of this commit, including a child's, can use the stream.
  useInsertionEffect(() => {
    storeRef.current = store;
    store.setOptions(settings);
    observer?.onCommit(shown);
  });
  const current = useCallback(() => storeRef.current, []);
  return [store === held.store ? shown : store.getSnapshot(), current];
}
