import { half, plain, segmentGraphemes } from '../text/segmentGraphemes.ts';

/** Cuts a growing text into graphemes, each part of it once. */
export interface GraphemeScanner {
  /** The graphemes from the first that was not taken out. */
  readonly waiting: string[];
  /** Adds to the end of the text. At its end even half a surrogate pair is a grapheme. */
  push(text: string, isEnd?: boolean): void;
  /** Gives how many may be taken out: all but the last where what comes next may belong to it, or all. Below one there are none. */
  ready(isAll?: boolean): number;
}

/**
 * Creates a scanner. The last grapheme is held back while it can still grow; a plain letter is not, though a mark may
 * follow: where that comes before the letter was taken out, the two become one, else it is a grapheme of its own.
 */
export function createGraphemeScanner(): GraphemeScanner {
  const waiting: string[] = [];
  // The last grapheme, with what was taken out of it, and half a surrogate pair after it.
  let last = '';
  let rest = '';
  let isHeld = false;

  const ready = (isAll?: boolean) => waiting.length - (isHeld && !isAll ? 1 : 0);

  return {
    waiting,
    push: (text, isEnd) => {
      // Half a surrogate pair that the end made a grapheme is not held back again before anything follows it.
      if (!text && !isEnd) return;
      const before = ready();
      let taken = last.length - (waiting.pop() ?? '').length;
      const whole = last + rest + text;
      const known = isEnd ? whole : whole.replace(half, '');
      rest = whole.slice(known.length);
      for (const grapheme of segmentGraphemes(known)) {
        if (grapheme.length > taken) waiting.push(grapheme.slice(taken));
        taken = 0;
        last = grapheme;
      }
      // What was ready stays so, longer as it may be. Digits become keycaps more often than letters get marks.
      isHeld = !isEnd && waiting.length > before && (!plain.test(last) || /[\d#*]/.test(last));
    },
    ready,
  };
}
