/**
 * A class of code units between any two of which there is a grapheme boundary: ASCII but carriage returns, Latin, Greek,
 * Cyrillic, common punctuation, kana, CJK and Hangul syllables.
 */
const plain =
  '[\\n\\t -~\\xa0-\\u02ff\\u0370-\\u0481\\u2010-\\u2027\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d]';

/**
 * Makes a pattern in which `@` stands for a plain code unit. With nothing but literals given to it, a bundler can drop the
 * call where the pattern is not used; it keeps `new RegExp` of a template.
 */
export function plainPattern(pattern: string, flags?: string): RegExp {
  return new RegExp(pattern.replaceAll('@', plain), flags);
}

/** Without `Intl.Segmenter`: code points with their marks and joiners, and flags in pairs. */
const cluster = /\r\n|\p{RI}{2}|[^](?:\u200d\p{ExtPict}|[\p{M}\p{EMod}\p{Cf}])*/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * Gives the graphemes of `text` (UAX #29). Hand it short pieces only: in V8 before 12 (Node 20, Chrome 123 and older) each
 * step of the segmenter copies its whole input.
 */
export function segmentGraphemes(text: string): string[] {
  if (typeof Intl === 'object' && Intl.Segmenter) {
    // One for every locale: the platform does not tailor graphemes.
    segmenter ??= new Intl.Segmenter();
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
  }
  return text.match(cluster) ?? [];
}
