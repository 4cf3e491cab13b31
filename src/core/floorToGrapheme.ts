import { plainUnits, segmentGraphemes } from './segmentGraphemes.ts';

/** How far around an offset its grapheme is looked for, in code units. */
const reach = 256;

const plainPair = new RegExp(`^[${plainUnits}]{2}`);
const flag = /^\p{RI}/u;
const secondHalf = /^[\udc00-\udfff]/;

/**
 * Gives the last grapheme boundary of `text` at or before `offset`. It reads a bounded window only, so its cost does not
 * depend on the length of `text`, which must start at a boundary.
 */
export function floorToGrapheme(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const first = Math.max(0, offset - reach);
  let start = offset;
  // Between two plain units there is a boundary whatever stands before them.
  while (start > first && !plainPair.test(text.slice(start - 1, start + 1))) start--;
  const isGuess = start > 0 && start === first;
  if (isGuess && secondHalf.test(text[start]!)) start--;
  // Flags pair up from the start of their run.
  let run = start;
  while (flag.test(text.slice(run - 2, run))) run -= 2;
  start -= (start - run) % 4;

  let end = start;
  for (const length of segmentGraphemes(text.slice(start, offset + reach))) {
    if (end + length > offset) break;
    end += length;
  }
  // Still in the grapheme that the window began inside of.
  return isGuess && end === start ? floorToGrapheme(text, start - 1) : end;
}
