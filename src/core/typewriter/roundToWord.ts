/** Two graphemes with the end of a word between them: white space follows, or one is an ideograph or kana, each a word by itself. */
const wordEnd = /\S\s|[\u3041-\u9fff]/;

/** How many graphemes are looked at to find an endless word. */
const endlessLength = 32;

/** A word that is too long to wait for. Scripts that are written without spaces have such words, too. */
const endlessWord = /^\S{32}/;

/**
 * Rounds a number of graphemes down to whole words, unless the next word is too long to wait for. A word includes the white
 * space before it. The last grapheme is not taken for the end of a word, because more may follow.
 */
export function roundToWord(graphemes: readonly string[], count: number): number {
  const next = graphemes.slice(count, count + endlessLength).join('');
  if (endlessWord.test(next)) return count;
  let end = count;
  while (end > 0 && !isWordEnd(graphemes, end)) end -= 1;
  return end;
}

function isWordEnd(graphemes: readonly string[], end: number): boolean {
  if (end >= graphemes.length) return false;
  return wordEnd.test(graphemes[end - 1]! + graphemes[end]!);
}
