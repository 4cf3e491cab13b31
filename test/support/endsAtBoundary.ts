/** A letter that is shown at once, before a mark that may follow it has arrived. */
const settled = /[\n\t -"$-)+-/:-~\xa0-\u02ff\u0370-\u0481\u2010-\u2027\u3000-\u9fff\uac00-\ud7a3\uff00-\uff9d]$/;

/**
 * Tells whether `shown` is a prefix of `text` that ends at a grapheme boundary, at a letter that a mark has come to since,
 * or in a grapheme of more than 512 code units, which comes in parts.
 */
export function endsAtBoundary(shown: string, text: string): boolean {
  if (!text.startsWith(shown)) return false;
  if (settled.test(shown) || shown === text) return true;
  return [...new Intl.Segmenter().segment(text)].some(
    ({ index, segment: { length } }) =>
      index === shown.length || (length > 512 && index < shown.length && shown.length < index + length),
  );
}
