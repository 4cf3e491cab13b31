import { plainPattern, segmentGraphemes } from './segmentGraphemes.ts';

/** How far around an offset its grapheme is looked for, in code units. */
const reach = 256;

const plainPair = /* @__PURE__ */ plainPattern('^@{2}');
const flag = /\p{RI}/u;

/**
 * Gives the last grapheme boundary of `text` at or before `offset`, or 0 where the grapheme there is longer than 256 code
 * units. It reads a bounded window, so its cost does not depend on the length of `text`, which must start at a boundary.
 */
export function floorToGrapheme(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  let start = Math.max(0, offset);
  const isSure = () => start === 0 || plainPair.test(text.slice(start - 1, start + 1));
  // Flags pair up from the start of their run, so the whole run is read.
  while (!isSure() && (start > offset - reach || flag.test(text.slice(Math.max(0, start - 2), start + 2)))) start--;
  let end = start;
  for (const { length } of segmentGraphemes(text.slice(start, offset + reach))) {
    if (end + length > offset) break;
    end += length;
  }
  return end > start || isSure() ? end : 0;
}
