import { segmentGraphemes } from './segmentGraphemes.ts';

/** A text in pieces: `blocks.join('') + tail === text`. */
export interface SealedText {
  /** The whole text. */
  readonly text: string;
  /** The finished paragraphs, each with the line breaks after it. The array changes only if a block is added or removed. */
  readonly blocks: readonly string[];
  /** What follows the last finished paragraph. */
  readonly tail: string;
}

/** Cuts a growing text into blocks that never change again. */
export interface BlockSealer {
  /** Adds to the end of the text. The time that it takes depends only on the length of what is added. */
  append(text: string): void;
  /**
   * Cuts the text back to `length` code units. Blocks that end well before that length stay the same.
   *
   * @returns the length of the remaining blocks.
   */
  truncate(length: number): number;
  /** Returns the current text. */
  snapshot(): SealedText;
}

/** The longest block in code units, for text without paragraphs. Laying out a block takes time in proportion to its length. */
const longestBlock = 1000;

/** How many code units after a cut have to be known, because they may belong to the grapheme before it. */
const lookahead = 2;

/** A longer grapheme, which no real text has, is never cut off: `segmentGraphemes` returns one of more than 512 in parts. */
const longestGrapheme = 255;

/** A paragraph and the blank lines after it. */
const paragraph = /^[^]*?\n\s*\n/;

/**
 * Creates a sealer. A paragraph is sealed when the first visible character after a blank line arrives. One that has not
 * ended after about 1,000 code units is sealed after a line break, or else a space, or else any grapheme. The blocks
 * depend only on the text, and not on the pieces in which it arrived.
 */
export function createBlockSealer(): BlockSealer {
  const blocks: string[] = [];
  let published: readonly string[] | undefined;
  let text = '';
  let tail = '';
  /** Whether the tail begins with a grapheme that is too long for a block, so that only a line break ends its block. */
  let isEndless = false;

  /** Returns the end of the first block in the tail, or 0 if more text is needed to tell. */
  const findEnd = (): number => {
    isEndless = false;
    const window = tail.slice(0, longestBlock + lookahead);
    // A blank line is over only if a visible character follows it.
    const found = paragraph.exec(window.trimEnd());
    if (found) return found[0].length;
    if (window.length < longestBlock + lookahead) return 0;
    const cut = findCut(window);
    if (cut > 0) return cut;
    const lineEnd = tail.indexOf('\n', longestBlock) + 1;
    isEndless = lineEnd === 0;
    return lineEnd;
  };

  const seal = () => {
    let end = findEnd();
    while (end > 0) {
      blocks.push(tail.slice(0, end));
      published = undefined;
      tail = tail.slice(end);
      end = findEnd();
    }
  };

  const blocksLength = () => text.length - tail.length;

  return {
    append: (more) => {
      text += more;
      tail += more;
      // Looking through a long tail at each append would take quadratic time.
      if (isEndless && !more.includes('\n')) return;
      seal();
    },
    truncate: (length) => {
      if (length >= text.length) return blocksLength();
      // The end of a block was chosen by what followed it, so the blocks near the new end are reopened.
      while (blocks.length > 0 && blocksLength() + longestBlock + lookahead > length) {
        const reopened = blocks.pop()!;
        tail = reopened + tail;
      }
      published = undefined;
      tail = tail.slice(0, length - text.length);
      text = text.slice(0, length);
      seal();
      return blocksLength();
    },
    snapshot: () => {
      published ??= [...blocks];
      return { text, blocks: published, tail };
    },
  };
}

/** Returns where to cut off the first block of `window`, or 0 if it begins with an endless grapheme. */
function findCut(window: string): number {
  const block = window.slice(0, longestBlock);
  const lineEnd = block.lastIndexOf('\n') + 1;
  if (lineEnd > 0) return lineEnd;
  const wordEnd = block.lastIndexOf(' ') + 1;
  const latest = wordEnd || longestBlock;
  // A combining mark that follows a space belongs to it, so that even a cut after a space has to be a grapheme's end.
  let end = 0;
  for (const { length } of segmentGraphemes(window)) {
    if (length > longestGrapheme || end + length > latest) break;
    end += length;
  }
  return end;
}
