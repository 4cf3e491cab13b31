import { segmentGraphemes } from './segmentGraphemes.ts';
import type { TextCutter, TextSplitter } from './TextSplitter.ts';

/** The longest block in code units, for text without paragraphs. Laying out a block takes time in proportion to its length. */
const longestBlock = 1000;

/** How many code units after a cut have to be known, because they may belong to the grapheme before it. */
const lookahead = 2;

/** A longer grapheme, which no real text has, is never cut off: `segmentGraphemes` returns one of more than 512 in parts. */
const longestGrapheme = 255;

/** A paragraph and the blank lines after it. */
const paragraph = /^[^]*?\n\s*\n/;

/**
 * Cuts a text into paragraphs. A paragraph ends when the first visible character after a blank line arrives. One that has
 * not ended after about 1,000 code units ends after a line break, or else a space, or else any grapheme.
 */
export const paragraphs: TextSplitter = { createCutter: createParagraphCutter };

function createParagraphCutter(): TextCutter {
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

  return {
    push: (text) => {
      const lengths: number[] = [];
      tail += text;
      // Looking through a long tail at each push would take quadratic time.
      if (isEndless && !text.includes('\n')) return lengths;
      let end = findEnd();
      while (end > 0) {
        lengths.push(end);
        tail = tail.slice(end);
        end = findEnd();
      }
      return lengths;
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
