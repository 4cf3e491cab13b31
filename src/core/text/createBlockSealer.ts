import { paragraphs } from './paragraphs.ts';
import type { TextSplitter } from './TextSplitter.ts';

/** A text in pieces: `blocks.join('') + tail === text`. */
export interface SealedText {
  /** The whole text. */
  readonly text: string;
  /** The finished blocks, by default paragraphs with the line breaks after them. The array changes only if a block is added or removed. */
  readonly blocks: readonly string[];
  /** What follows the last finished block. */
  readonly tail: string;
}

/** Cuts a growing text into blocks that never change again. */
export interface BlockSealer {
  /** Adds to the end of the text. */
  append(text: string): void;
  /**
   * Cuts the text back to `length` code units. Blocks that end well before that length stay the same.
   *
   * @returns the length of the remaining blocks.
   */
  truncate(length: number): number;
  /** Returns the current text. */
  snapshot(): SealedText;
  /** Returns the current text without half a marker at its end. */
  snapshotOfGrowing(): SealedText;
}

/** The end of a block depends at most on so many code units after it. */
const longestLookahead = 1002;

/** Creates a sealer. The blocks depend only on the text, and not on the pieces in which it arrived. */
export function createBlockSealer(splitter: TextSplitter = paragraphs): BlockSealer {
  const blocks: string[] = [];
  let published: readonly string[] | undefined;
  let text = '';
  let tail = '';
  let cutter = splitter.createCutter();

  const cut = (more: string) => {
    tail += more;
    for (const length of cutter.push(more)) {
      blocks.push(tail.slice(0, length));
      published = undefined;
      tail = tail.slice(length);
    }
  };

  const blocksLength = () => text.length - tail.length;

  const snapshot = (): SealedText => {
    published ??= [...blocks];
    return { text, blocks: published, tail };
  };

  return {
    append: (more) => {
      text += more;
      cut(more);
    },
    truncate: (length) => {
      if (length >= text.length) return blocksLength();
      // The end of a block was chosen by what followed it, so the blocks near the new end are reopened.
      while (blocks.length > 0 && blocksLength() + longestLookahead > length) {
        const reopened = blocks.pop()!;
        tail = reopened + tail;
      }
      published = undefined;
      const rest = tail.slice(0, length - text.length);
      text = text.slice(0, length);
      tail = '';
      cutter = splitter.createCutter();
      cut(rest);
      return blocksLength();
    },
    snapshot,
    snapshotOfGrowing: () => {
      const held = cutter.heldLength?.() ?? 0;
      const whole = snapshot();
      if (held === 0) return whole;
      return { text: text.slice(0, -held), blocks: whole.blocks, tail: tail.slice(0, -held) };
    },
  };
}
