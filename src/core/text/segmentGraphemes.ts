/**
 * Text with a grapheme boundary between any two of its code units: ASCII without carriage returns, Latin, Greek,
 * Cyrillic, common punctuation, kana, CJK and Hangul syllables.
 */
export const plain: RegExp =
  /^[\n\t -~\xa0-\u02ff\u0370-\u0481\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a0-\u9fff\uac00-\ud7a3\uff01-\uff9d]*$/;

/** The first half of a surrogate pair at the end of a text. */
export const half: RegExp = /[\ud800-\udbff]$/;

/** Graphemes as well as they can be told without `Intl.Segmenter`: code points with their marks and joiners, and flags in pairs. */
const cluster = /\r\n|\p{RI}{2}|[^](?:\u200d\p{ExtPict}|[\p{M}\p{EMod}\p{Cf}])*/gu;

/** How many code units are segmented at once. In V8 before 12 (Node 20, Chrome 123 and older) each step copies its whole input. */
const windowLength = 512;

let segmenter: Intl.Segmenter | undefined;

/** Returns the graphemes of `text` (UAX #29). One of more than 512 code units is returned in parts. */
export function segmentGraphemes(text: string): string[] {
  const graphemes: string[] = [];
  let rest = text;
  while (rest) {
    const window = takeWindow(rest);
    const found = segmentWindow(window);
    const isCutShort = window.length < rest.length;
    // The last grapheme may continue after the window.
    if (isCutShort && found.length > 1) found.pop();
    graphemes.push(...found);
    rest = rest.slice(found.join('').length);
  }
  return graphemes;
}

/** Returns the start of `text`. It does not end inside a surrogate pair, unless half a pair is all that is left. */
function takeWindow(text: string): string {
  const window = text.slice(0, windowLength);
  const whole = window.replace(half, '');
  return whole || window;
}

function segmentWindow(window: string): string[] {
  if (plain.test(window)) return window.split('');
  // Firefox before 125 and Hermes, the engine of React Native, have no `Intl.Segmenter`.
  if (!globalThis.Intl?.Segmenter) return window.match(cluster)!;
  // One serves every locale, because no platform tailors graphemes to a language.
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(window), ({ segment }) => segment);
}
