/**
 * Calls `listener` when the signal aborts.
 *
 * @returns the function that removes the listener, because a signal may live much longer than what it stops.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  signal?.addEventListener('abort', listener);
  return () => signal?.removeEventListener('abort', listener);
}
