import { segmentGraphemes } from './segmentGraphemes.ts';

/** A text in pieces: `blocks.join('') + tail === text`. */
export interface SealedText {
  /** The whole text. */
  readonly text: string;
  /** The finished paragraphs, each with the line breaks after it. The array is another one only when a block was added or taken away. */
  readonly blocks: readonly string[];
  /** What follows the last finished paragraph. */
  readonly tail: string;
}

/** Cuts a growing text into blocks that never change again. */
export interface BlockSealer {
  /** Adds to the end of the text, in time that depends on what is added only. */
  append(text: string): void;
  /** Cuts the text back to `length` code units, and gives the length of its blocks. Those well before that stay the same. */
  truncate(length: number): number;
  /** Gives the text as it is now. */
  snapshot(): SealedText;
}

/** The longest block in code units, for text without paragraphs: laying out a block again costs about its length. */
const longestBlock = 1000;

const paragraph = /^[^]*?\n\s*\n/;

/**
 * Creates a sealer. A paragraph is sealed when the first visible character after a blank line arrives, and one without an
 * end past about 1,000 code units, after a line break or a space where there is one, and never inside a grapheme. The
 * blocks depend on the text only, not on the pieces it came in.
 */
export function createBlockSealer(): BlockSealer {
  let text = '';
  const blocks: string[] = [];
  let published: readonly string[] | undefined;
  let tail = '';
  let limit = longestBlock;

  /** Gives the end of the first block of the tail, or 0 where it cannot be told yet. */
  const findEnd = () => {
    // The character after a cut may belong to the grapheme before it.
    const window = tail.slice(0, limit + 2);
    // With a visible character at its end, a blank line in it is over.
    const found = paragraph.exec(window.trimEnd());
    if (found) return found[0].length;
    if (window.length < limit + 2) return 0;
    const block = window.slice(0, limit);
    let end = block.lastIndexOf('\n') + 1;
    if (end) return end;
    // A mark that follows a space belongs to it.
    const cut = block.lastIndexOf(' ') + 1 || limit;
    for (const { length } of segmentGraphemes(window)) {
      if (end + length > cut || length > 255) break;
      end += length;
    }
    // One endless grapheme: look again further on.
    if (!end) limit *= 2;
    return end;
  };

  const append = (more: string) => {
    text += more;
    tail += more;
    for (let end; (end = findEnd());) {
      blocks.push(tail.slice(0, end));
      published = undefined;
      tail = tail.slice(end);
      limit = longestBlock;
    }
  };

  return {
    append,
    truncate: (length) => {
      if (length < text.length) {
        // The end of a block was found by what came after it, so blocks near the new end are looked for again.
        while (blocks.length > 0 && text.length - tail.length + longestBlock + 2 > length) tail = blocks.pop()! + tail;
        published = undefined;
        tail = tail.slice(0, length - text.length);
        text = text.slice(0, length);
        limit = longestBlock;
        append('');
      }
      return text.length - tail.length;
    },
    snapshot: () => ({ text, blocks: (published ??= [...blocks]), tail }),
  };
}
