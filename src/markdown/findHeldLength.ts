import type { BlockState } from './createBlockReader.ts';
import { halfInlineMarker, isLineHalf } from './halfMarkers.ts';

/** The longest end of a text that is held back, in code units. */
export const longestHeld = 80;

/** The end of a text that grows. */
export interface TextEnd {
  /** The last characters of the line that is not complete. */
  readonly line: string;
  /** Whether they are all of the line. */
  readonly isWhole: boolean;
  /** The block before the line. */
  readonly block: BlockState;
}

const halfFence = /^[ \t>]*(`*|~*)[ \t]*$/;

/** Returns how many code units at the end of a text may turn into anything. */
export function findHeldLength({ line, isWhole, block }: TextEnd): number {
  const { fence, headLength, kind } = block;
  if (fence) {
    const closing = isWhole ? halfFence.exec(line)?.[1] : undefined;
    return closing !== undefined && fence.marks.startsWith(closing.charAt(0)) ? line.length : 0;
  }
  const isHalfTable = headLength > 0 && (line === '' || /^[|:\- \t]+$/.test(line));
  if (isWhole && isHalfTable) {
    const held = headLength + line.length;
    return held > longestHeld ? 0 : held;
  }
  const isRow = kind === 'table' && line.startsWith('|');
  if (isWhole && !isRow && isLineHalf(line)) return line.length;
  return halfInlineMarker.exec(line)?.[0].length ?? 0;
}
