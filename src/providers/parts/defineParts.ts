import { type ErrorChunk, findProviderError } from '../findProviderError.ts';
import { isEndMarker } from '../isEndMarker.ts';
import { parseChunk } from '../parseChunk.ts';
import type { ServerSentEvent } from '../../core/ServerSentEvent.ts';
import type { StreamPreset } from '../StreamPreset.ts';
import type { PartChange } from './PartChange.ts';
import { parts } from './parts.ts';
import type { PartsPreset } from './PartsPreset.ts';

/** How a format is read, apart from what becomes of its chunks. */
type Format<As extends 'events' | 'json-lines', Chunk> = Omit<StreamPreset<As, Chunk>, 'select' | 'accumulate'>;

/** What differs between the formats that consist of server-sent events. */
type EventFormat<Chunk> = Pick<Format<'events', Chunk>, 'requireUntil'> &
  Partial<Pick<Format<'events', Chunk>, 'fail'>>;

/** Finds what a chunk changes, which may be nothing. */
type FindChanges<Chunk> = (chunk: Chunk) => readonly PartChange[];

/** Defines the preset that reads the parts of a format. */
export function defineParts<As extends 'events' | 'json-lines', Chunk>(
  format: Format<As, Chunk>,
  findChanges: FindChanges<Chunk>,
): PartsPreset<As, Chunk> {
  const select = (chunk: Chunk) => {
    const changes = findChanges(chunk);
    // A chunk that changes nothing is left out.
    return changes.length > 0 ? changes : undefined;
  };
  return { ...format, select, accumulate: parts() };
}

/** Defines the preset that reads the parts of a format that consists of server-sent events. */
export function defineEventParts<Chunk extends ErrorChunk>(
  format: EventFormat<Chunk>,
  findChanges: FindChanges<Chunk>,
): PartsPreset<'events', Chunk> {
  // As in `defineEventPreset`, which would bring the accumulator of the text along.
  const common = {
    as: 'events',
    parse: parseChunk<Chunk>,
    until: ({ data }: ServerSentEvent) => isEndMarker(data),
    fail: findProviderError,
  } as const;
  return defineParts({ ...common, ...format }, findChanges);
}
