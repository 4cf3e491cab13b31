import { half, plain, segmentGraphemes } from '../text/segmentGraphemes.ts';

/** Cuts a growing text into graphemes and segments each part of it only once. */
export interface GraphemeScanner {
  /** The graphemes from the first one that was not taken out. */
  readonly waiting: string[];
  /** Adds to the end of the text. */
  push(text: string): void;
  /** Ends the text for now: its last grapheme will not grow, and even half a surrogate pair is one. */
  end(): void;
  /** Returns how many graphemes may be taken out: all but the last if what comes next may belong to it. Below 1 there are none. */
  ready(): number;
}

/** A character that becomes a keycap emoji if the right marks follow it. */
const keycapBase = /[\d#*]/;

/**
 * Tells whether a grapheme is held back because it may grow. A plain letter is not, although a mark may follow it, because
 * that is rare. A digit is, because it becomes a keycap more often than a letter gets a mark.
 */
function canGrow(grapheme: string): boolean {
  return !plain.test(grapheme) || keycapBase.test(grapheme);
}

/**
 * Creates a scanner. If a mark arrives while its letter waits, the two become one grapheme. If the letter was taken out
 * before, the mark is a grapheme by itself.
 */
export function createGraphemeScanner(): GraphemeScanner {
  const waiting: string[] = [];
  /** The last grapheme of the text, including what was taken out of it. */
  let last = '';
  /** Half a surrogate pair at the end of the text. */
  let rest = '';
  let isLastHeld = false;

  const ready = () => (isLastHeld ? waiting.length - 1 : waiting.length);

  /** Puts the graphemes of `text`, which begins with the last one, in its place. */
  const replaceLast = (text: string) => {
    const waitingPart = waiting.pop() ?? '';
    let taken = last.length - waitingPart.length;
    for (const grapheme of segmentGraphemes(text)) {
      if (grapheme.length > taken) waiting.push(grapheme.slice(taken));
      taken = 0;
      last = grapheme;
    }
  };

  return {
    waiting,
    push: (text) => {
      // Half a surrogate pair that became a grapheme when the text ended stays one until something follows it.
      if (!text) return;
      const readyBefore = ready();
      const whole = last + rest + text;
      const complete = whole.replace(half, '');
      rest = whole.slice(complete.length);
      replaceLast(complete);
      // A grapheme that was ready stays ready even if it has grown.
      const isLastNew = waiting.length > readyBefore;
      isLastHeld = isLastNew && canGrow(last);
    },
    end: () => {
      replaceLast(last + rest);
      rest = '';
      isLastHeld = false;
    },
    ready,
  };
}
