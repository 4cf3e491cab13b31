import { concat } from '../core/items/accumulators/concat.ts';
import { eventFormat } from './eventFormat.ts';
import type { ErrorChunk } from './findProviderError.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What differs between the formats that consist of server-sent events. */
type EventFormat<Chunk> = Pick<StreamPreset<'events', Chunk>, 'requireUntil' | 'select'> &
  Partial<Pick<StreamPreset<'events', Chunk>, 'fail'>>;

/** Defines the preset of a format that consists of server-sent events whose data is JSON. */
export function defineEventPreset<Chunk extends ErrorChunk>(format: EventFormat<Chunk>): StreamPreset<'events', Chunk> {
  return { ...eventFormat, accumulate: concat(), ...format };
}
