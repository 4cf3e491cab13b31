import { createBlockReader, type BlockState } from './createBlockReader.ts';
import { findHeldLength, longestHeld } from './findHeldLength.ts';
import type { MarkdownKind } from './MarkdownKind.ts';

/** Cuts a growing Markdown text into blocks that can be rendered apart. */
export interface MarkdownReader {
  /** Takes the next piece of the text, and returns the blocks that end with it. */
  push(text: string): readonly BlockState[];
  /** Returns the state of the open block after its last whole line. */
  openBlock(): BlockState;
  /** Returns what the open block begins with, as far as its first line is known. */
  kind(): MarkdownKind;
  /** Returns how many code units at the end of the text may turn into anything. */
  heldLength(): number;
}

const linePiece = /[^\n]*\n|[^\n]+/g;

/** How much of a line has to be known to tell whether it begins a block, if it opens no fence. */
const headLength = 16;

/** Creates a reader. It takes linear time, because it reads each line once and never looks through the text before it. */
export function createMarkdownReader(): MarkdownReader {
  let block = createBlockReader();
  /** The line that is not complete. It is searched only when it is, because each search would copy it. */
  let line = '';
  /** The first characters of the line. */
  let head = '';
  /** The last characters of the line. */
  let recent = '';

  const readPiece = (piece: string): BlockState | undefined => {
    const isComplete = piece.endsWith('\n');
    const isHeadKnown = head.length === headLength;
    line += piece;
    if (!isHeadKnown) head = (head + piece).slice(0, headLength);
    recent = (recent + piece).slice(-longestHeld);
    let ended: BlockState | undefined;
    if ((isComplete || !isHeadKnown) && block.endsBefore(isComplete ? line : head)) {
      ended = block.state();
      block = createBlockReader();
    }
    if (isComplete) {
      block.readLine(line);
      line = '';
      head = '';
      recent = '';
    }
    return ended;
  };

  return {
    push: (text) => {
      const pieces = text.match(linePiece) ?? [];
      return pieces.map(readPiece).filter((ended) => ended !== undefined);
    },
    openBlock: () => block.state(),
    kind: () => {
      const { kind, length } = block.state();
      if (length > 0) return kind;
      const probe = createBlockReader();
      probe.readLine(`${head}\n`);
      return probe.state().kind;
    },
    heldLength: () => findHeldLength(recent, block.state()),
  };
}
