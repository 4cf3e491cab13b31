/**
 * Characters of one code unit between any two of which there is a grapheme boundary: ASCII but CR, Latin, Greek,
 * Cyrillic, Hebrew and Arabic letters, common punctuation, kana, CJK and Hangul syllables. Left out is all that can
 * join its neighbour, and the pictographs among them (©, ®, ‼).
 */
export const plainUnits =
  '\\n\\t -~\\xa0-\\xa8\\xaa-\\xac\\xaf-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a' +
  '\\u2010-\\u2027\\u2030-\\u203b\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d';

/** Without `Intl.Segmenter`: code points with their marks and joiners, flags in pairs, conjoining jamo together. */
const cluster =
  /\r\n|\p{RI}{2}|(?:[\u1100-\u11ff]+|[^])(?:[\p{M}\p{EMod}\u200c\uff9e\uff9f\u{e0020}-\u{e007f}]|\u200d\p{ExtPict}?)*/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * Gives the lengths, in code units, of the graphemes of `text` (UAX #29). Hand it short pieces only: in V8 before 12
 * (Node 20, Chrome 123 and older) each step of the segmenter copies its whole input.
 */
export function segmentGraphemes(text: string): number[] {
  if (typeof Intl === 'object' && Intl.Segmenter) {
    // One for every locale: the platform does not tailor graphemes.
    segmenter ??= new Intl.Segmenter();
    return Array.from(segmenter.segment(text), ({ segment }) => segment.length);
  }
  return (text.match(cluster) ?? []).map((segment) => segment.length);
}
