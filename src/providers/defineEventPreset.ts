import { concat } from '../core/items/accumulators/concat.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { type ErrorChunk, findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What differs between the formats that consist of server-sent events. */
type EventFormat<Chunk> = Pick<StreamPreset<'events', Chunk>, 'requireUntil' | 'select'> &
  Partial<Pick<StreamPreset<'events', Chunk>, 'fail'>>;

/** Defines the preset of a format that consists of server-sent events whose data is JSON. */
export function defineEventPreset<Chunk extends ErrorChunk>(format: EventFormat<Chunk>): StreamPreset<'events', Chunk> {
  return { as: 'events', parse: parseChunk, until: isDone, fail: findError, accumulate: concat(), ...format };
}

/** Tells whether an event is OpenAI's end marker, which many gateways add to the streams of other providers. */
function isDone({ data }: ServerSentEvent): boolean {
  return data.startsWith('[DONE]');
}
