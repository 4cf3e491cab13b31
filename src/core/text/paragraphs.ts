import { segmentGraphemes } from './segmentGraphemes.ts';
import type { TextCutter, TextSplitter } from './TextSplitter.ts';

/** The longest block in code units, for text without paragraphs. Laying out a block takes time in proportion to its length. */
const longestBlock = 1000;

/** How many code units after a cut have to be known, because they may belong to the grapheme before it. */
const lookahead = 2;

/** A paragraph and the blank lines after it. */
const paragraph = /^[^]*?\n\s*\n/;

/**
 * Cuts a text into paragraphs. A paragraph ends when the first visible character after a blank line arrives. One that has
 * not ended after about 1,000 code units ends after a line break, or else a space, or else any grapheme.
 */
export const paragraphs: TextSplitter = { createCutter: createParagraphCutter };

function createParagraphCutter(): TextCutter {
  let tail = '';

  /** Returns the end of the first block in the tail, or 0 if more text is needed to tell. */
  const findEnd = (): number => {
    const window = tail.slice(0, longestBlock + lookahead);
    // A blank line is over only if a visible character follows it.
    const found = paragraph.exec(window.trimEnd());
    if (found) return found[0].length;
    return window.length < longestBlock + lookahead ? 0 : findCut(window);
  };

  return {
    push: (text) => {
      const lengths: number[] = [];
      tail += text;
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

/** Returns where to cut off the first block of `window`. */
function findCut(window: string): number {
  const block = window.slice(0, longestBlock);
  const lineEnd = block.lastIndexOf('\n') + 1;
  if (lineEnd > 0) return lineEnd;
  const wordEnd = block.lastIndexOf(' ') + 1;
  const latest = wordEnd || longestBlock;
  // A combining mark that follows a space belongs to it, so that even a cut after a space has to be a grapheme's end.
  let end = 0;
  for (const { length } of segmentGraphemes(window)) {
    if (end + length > latest) break;
    end += length;
  }
  // No real text has a grapheme that fills a block.
  return end || longestBlock;
}
