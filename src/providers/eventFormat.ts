import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { findProviderError } from './findProviderError.ts';
import { isEndMarker } from './isEndMarker.ts';
import { parseChunk } from './parseChunk.ts';

/** What the formats that consist of server-sent events have in common. */
export const eventFormat: {
  readonly as: 'events';
  readonly parse: typeof parseChunk;
  readonly until: typeof isEndEvent;
  readonly fail: typeof findProviderError;
} = { as: 'events', parse: parseChunk, until: isEndEvent, fail: findProviderError };

function isEndEvent({ data }: ServerSentEvent): boolean {
  return isEndMarker(data);
}
