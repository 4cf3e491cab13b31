/**
 * Text between any two code units of which there is a grapheme boundary: ASCII but carriage returns, Latin, Greek,
 * Cyrillic, common punctuation, kana, CJK and Hangul syllables.
 */
export const plain: RegExp =
  /^[\n\t -~\xa0-\u02ff\u0370-\u0481\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a0-\u9fff\uac00-\ud7a3\uff01-\uff9d]*$/;

/** Half a surrogate pair, at the end of a text. */
export const half: RegExp = /[\ud800-\udbff]$/;

/** Without `Intl.Segmenter`: code points with their marks and joiners, and flags in pairs. */
const cluster = /\r\n|\p{RI}{2}|[^](?:\u200d\p{ExtPict}|[\p{M}\p{EMod}\p{Cf}])*/gu;

let segmenter: Intl.Segmenter | undefined;

/** Gives the graphemes of `text` (UAX #29). One of more than 512 code units comes in parts. */
export function segmentGraphemes(text: string): string[] {
  const graphemes: string[] = [];
  while (text) {
    // At most 512 code units, not ended inside a surrogate pair.
    const window = text.slice(0, 512).replace(half, '') || text;
    let found: string[];
    if (plain.test(window)) found = window.split('');
    else if (globalThis.Intl?.Segmenter) {
      // One for every locale: the platform does not tailor graphemes. In V8 before 12 (Node 20, Chrome 123 and older) each
      // of its steps copies its whole input.
      segmenter ??= new Intl.Segmenter();
      found = Array.from(segmenter.segment(window), ({ segment }) => segment);
    } else found = window.match(cluster)!;
    // The last one may go on after the window.
    if (window.length < text.length && found.length > 1) found.pop();
    graphemes.push(...found);
    text = text.slice(found.join('').length);
  }
  return graphemes;
}
