import type { BlockState } from './createBlockReader.ts';
import { contentOf, findHalfMarker } from './findHalfMarker.ts';

/** The longest end of a text that is held back, in code units. */
export const longestHeld = 80;

/** The content of a line that may become a fence, a row or the number of a list item. */
const openEnded = /^(?:`+|~+|`{3,}[^`]*|~{3,}.*|\|.*|\d{1,9})$/;

/** A row so far that may become the one below the head of a table. */
const halfDelimiterRow = /^[|:\- \t]*$/;

/**
 * Returns how many code units at the end of a text may turn into anything.
 *
 * @param line - the line that is not complete, or its end if it is longer than `longestHeld`.
 * @param block - the block before the line.
 */
export function findHeldLength(line: string, { fence, headLength, kind }: BlockState): number {
  const half = findHalfMarker(line, fence);
  if (fence || line.length === longestHeld) return half;
  const heldWithHead = headLength + line.length;
  if (headLength > 0 && halfDelimiterRow.test(line)) return heldWithHead > longestHeld ? 0 : heldWithHead;
  const isRow = kind === 'table' && line.startsWith('|');
  return !isRow && openEnded.test(contentOf(line)) ? line.length : half;
}
