import { createBlockSealer, type BlockSealer, type SealedText } from '../createBlockSealer.ts';
import type { Accumulator } from './Accumulator.ts';

/**
 * Joins the items into one string and cuts it into finished paragraphs that never change again, so that memoised rows
 * do not render again: `blocks.join('') + tail === text`.
 */
export function blocks(): Accumulator<unknown, SealedText> {
  const accumulator: Accumulator<unknown, SealedText, BlockSealer> = {
    create: createBlockSealer,
    add: (sealer, item) => sealer.append(String(item)),
    snapshot: (sealer) => sealer.snapshot(),
  };
  return accumulator;
}
