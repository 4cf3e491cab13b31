import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import type { Maybe } from './Maybe.ts';

/** A chunk that may report an error. */
export interface ErrorChunk {
  /** The provider's error, which ends the answer. */
  readonly error?: unknown;
}

/** Finds the error that a chunk reports: its `error`, or the whole chunk if the type of its event is `error`. */
export function findProviderError(chunk: Maybe<ErrorChunk>, event?: ServerSentEvent): unknown {
  if (chunk?.error) return chunk.error;
  return event?.type === 'error' ? chunk : undefined;
}
