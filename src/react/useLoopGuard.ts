import { useEffect, useRef, useState } from 'react';
import { describeRequest, requestMethod } from '../core/request/buildRequest.ts';
import { isEnabled } from '../core/request/isEnabled.ts';
import type { KeyedSource } from '../core/request/isSameStream.ts';
import { StreamError } from '../core/StreamError.ts';

/** How many times in a row a stream's own snapshots may change its request before it has a response. */
const mostChanges = 5;

/** A stream that can be kept from starting. */
export interface LoopingStream {
  subscribe(listener: () => void): () => void;
  /** Fails the stream before it starts. */
  refuse(error: StreamError): void;
}

/** A snapshot that shows the response of its stream. */
interface Answered {
  readonly response: unknown;
}

type AutoStartedSource = KeyedSource & { enabled?: boolean | undefined };

/** The stream of a component, as it is at a render. */
interface Held<Snapshot> {
  readonly store: LoopingStream;
  readonly source: AutoStartedSource | undefined;
  /** The latest snapshot of the stream that this one has replaced. */
  readonly replaced: Snapshot | undefined;
  /** How many streams in a row were replaced before they had started. */
  readonly unstarted: number;
}

/**
 * Refuses a request that changes at every render, such as `body: { at: Date.now() }`: each new request publishes a
 * snapshot, which renders the component, which makes another request before the first is answered. Only requests that are
 * not safe to repeat count.
 *
 * @returns whether the stream was refused. It is then not to be replaced any more.
 */
export function useLoopGuard<Snapshot extends Answered>(held: Held<Snapshot>, snapshot: Snapshot): boolean {
  const { store, source, replaced, unstarted } = held;
  const [refused, setRefused] = useState<LoopingStream>();
  /** What the commit before this one showed. */
  const shownRef = useRef({ store, snapshot, changes: 0 });
  useEffect(() => {
    const shown = shownRef.current;
    const isReplaced = shown.store !== store;
    // A typeahead's request changes in a render that shows the same snapshot as the one before.
    const isOwnCause = replaced !== shown.snapshot || unstarted > 0;
    // A request that each answer changes, such as one page after another, is as slow as its server.
    const hasAnswer = replaced?.response !== undefined;
    const changes = isOwnCause && !hasAnswer ? shown.changes + 1 : 0;
    shownRef.current = { store, snapshot, changes: isReplaced ? changes : shown.changes };
    if (!isReplaced || changes < mostChanges || !source || !mayRepeat(source)) return;

    const says = 'The request changes at every render. Pass a `key`, or `enabled: false`.';
    // The render that shows the failure must not replace the stream.
    const unsubscribe = store.subscribe(() => setRefused(store));
    store.refuse(new StreamError('request', says, describeRequest(source)));
    unsubscribe();
  });
  return refused === store;
}

/** Tells whether a change of the request sends another one that is not safe to repeat. */
function mayRepeat(source: AutoStartedSource): boolean {
  return isEnabled(source) && requestMethod(source) !== 'GET';
}
