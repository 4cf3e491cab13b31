import type { ServerSentEvent } from '../core/ServerSentEvent.ts';

/** Finds the error that a chunk reports: its `error`, or the whole chunk where the type of its event says so. */
export function findError(chunk: { readonly error?: unknown }, event?: ServerSentEvent): unknown {
  return chunk.error || (event?.type === 'error' && chunk);
}
