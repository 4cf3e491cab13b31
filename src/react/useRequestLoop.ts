import { useCallback, useEffect, useRef } from 'react';
import { describeRequest } from '../core/request/buildRequest.ts';
import { isEnabled } from '../core/request/isEnabled.ts';
import type { KeyedSource } from '../core/request/streamIdentity.ts';
import { StreamError } from '../core/StreamError.ts';

/** How many times in a row a stream's own snapshots may change its request. */
const mostChanges = 5;

/**
 * Detects a request that changes at every render, such as `body: { at: Date.now() }`: each new request publishes a
 * snapshot, which renders the component, which makes another request. Only requests that are not safe to repeat count.
 *
 * @returns a function to call when a store was replaced, with the latest snapshot of the one before. It returns the error
 *   to fail with if that was a loop.
 */
export function useRequestLoop<Snapshot>(
  snapshot: Snapshot,
  source: (KeyedSource & { enabled?: boolean | undefined }) | undefined,
): (replaced: Snapshot | undefined) => StreamError | undefined {
  /** The snapshot that the commit before this one showed. */
  const shownRef = useRef<Snapshot>(undefined);
  const changesRef = useRef(0);
  const sourceRef = useRef(source);
  useEffect(() => {
    sourceRef.current = source;
    return () => {
      shownRef.current = snapshot;
    };
  });

  return useCallback((replaced) => {
    const latest = sourceRef.current;
    // A typeahead's request changes in a render that shows the same snapshot as the one before.
    const isOwnCause = replaced !== undefined && replaced !== shownRef.current;
    changesRef.current = isOwnCause ? changesRef.current + 1 : 0;
    if (changesRef.current < mostChanges || !latest || !isEnabled(latest)) return undefined;
    const request = describeRequest(latest);
    if (request.method === 'GET') return undefined;
    const says =
      'The request changes at every render, so it would be sent over and over. Pass a `key`, or `enabled: false` and start it by hand.';
    return new StreamError('request', says, request);
  }, []);
}
