import { floorToGrapheme } from './floorToGrapheme.ts';

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
  /** Cuts the text back to `length` code units. Blocks before that stay the same. */
  truncate(length: number): void;
  /** Gives the text as it is now. */
  snapshot(): SealedText;
}

/** The longest block in code units, for text without paragraphs: laying out a block again costs about its length. */
const longestBlock = 1000;
/** What must follow a cut inside a paragraph, in code units, so that a grapheme at the cut is seen whole. */
const lookahead = 64;

const lineFeed = 10;
const space = 32;

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
  // Offsets in `tail`, and the line breaks since its last visible character.
  let scanned = 0;
  let lineStart = 0;
  let lineBreaks = 0;
  let limit = longestBlock;

  const seal = (end: number) => {
    blocks.push(tail.slice(0, end));
    published = undefined;
    tail = tail.slice(end);
    scanned -= end;
    lineStart -= end;
    limit = longestBlock;
  };

  const sealLongParagraph = () => {
    let cut = tail.lastIndexOf('\n', limit - 1) + 1;
    if (cut * 2 < limit) cut = tail.lastIndexOf(' ', limit - 1) + 1;
    cut = floorToGrapheme(tail, cut * 2 < limit ? limit : cut);
    if (cut > 0) seal(cut);
    // One endless grapheme: look again further on.
    else limit *= 2;
  };

  const scan = () => {
    for (; scanned < tail.length; scanned++) {
      if (scanned >= limit + lookahead) sealLongParagraph();
      const unit = tail.charCodeAt(scanned);
      if (unit === lineFeed) {
        lineBreaks++;
        lineStart = scanned + 1;
      } else if (unit > space) {
        if (lineBreaks > 1 && lineStart > 0) seal(lineStart);
        lineBreaks = 0;
      }
    }
  };

  return {
    append: (more) => {
      text += more;
      tail += more;
      scan();
    },
    truncate: (length) => {
      if (length >= text.length) return;
      let start = text.length - tail.length;
      // The end of a block was found by what came after it, so blocks near the new end are looked for again.
      while (start > 0 && start + longestBlock + lookahead > length) {
        start -= blocks.pop()!.length;
        published = undefined;
      }
      text = text.slice(0, length);
      tail = text.slice(start);
      scanned = lineStart = lineBreaks = 0;
      limit = longestBlock;
      scan();
    },
    snapshot: () => ({ text, blocks: (published ??= [...blocks]), tail }),
  };
}
