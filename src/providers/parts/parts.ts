import type { Accumulator } from '../../core/items/accumulators/Accumulator.ts';
import { createPartList, type PartList } from './createPartList.ts';
import type { AnswerParts } from './Part.ts';
import type { PartChange, PartChanges } from './PartChange.ts';

/** Options of `parts`. */
export interface PartsOptions {
  /**
   * Reads the input of each tool while it arrives: `json` of `react-streamed/json`.
   *
   * @default the input is parsed when it is complete
   */
  readonly input?: (() => Accumulator<unknown, unknown>) | undefined;
}

/**
 * Gathers the parts of an answer: its text, the model's reasoning, tool calls and sources. `select` must return what a chunk
 * changes, as the presets whose names end with `Parts` do.
 */
export function parts({ input }: PartsOptions = {}): Accumulator<PartChanges, AnswerParts> {
  const accumulator: Accumulator<PartChanges, AnswerParts, PartList> = {
    create: () => createPartList(input),
    add: (answer, changes) => answer.apply(isList(changes) ? changes : [changes]),
    snapshot: (answer) => answer.snapshot(),
  };
  return accumulator;
}

/** `Array.isArray` for read-only arrays, which TypeScript does not narrow to. */
function isList(changes: PartChanges): changes is readonly PartChange[] {
  return Array.isArray(changes);
}
