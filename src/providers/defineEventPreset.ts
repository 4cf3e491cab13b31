import { concat } from '../core/items/accumulators/concat.ts';
import { type ErrorChunk, findProviderError } from './findProviderError.ts';
import { isEndMarker } from './isEndMarker.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What differs between the formats that consist of server-sent events. */
type EventFormat<Chunk> = Pick<StreamPreset<'events', Chunk>, 'requireUntil' | 'select'> &
  Partial<Pick<StreamPreset<'events', Chunk>, 'fail'>>;

/** Defines the preset of a format that consists of server-sent events whose data is JSON. */
export function defineEventPreset<Chunk extends ErrorChunk>(format: EventFormat<Chunk>): StreamPreset<'events', Chunk> {
  return {
    as: 'events',
    parse: parseChunk,
    until: ({ data }) => isEndMarker(data),
    fail: findProviderError,
    accumulate: concat(),
    ...format,
  };
}
