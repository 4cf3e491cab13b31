import type { Accumulator } from '../../core/items/accumulators/Accumulator.ts';
import type { StreamPreset } from '../StreamPreset.ts';
import type { AnswerParts } from './Part.ts';
import type { PartChanges } from './PartChange.ts';

/** A preset whose data is the parts of the answer. Everything else is as in the preset of the text. */
export interface PartsPreset<As extends 'events' | 'json-lines', Chunk> extends Omit<
  StreamPreset<As, Chunk>,
  'select' | 'accumulate'
> {
  /** Selects what a chunk changes in the parts of the answer. */
  readonly select: (chunk: Chunk) => PartChanges | undefined;
  /** Gathers the parts. */
  readonly accumulate: Accumulator<PartChanges, AnswerParts>;
}
