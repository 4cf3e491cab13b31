/** The longest word that is waited for, in graphemes; it also bounds how far ahead is looked in scripts without spaces. */
export const longestWord = 32;

/** Two graphemes between which a word ends: white space follows, or one is an ideograph or kana, each a word of its own. */
const wordEnd = /^\S+\s|[\u3041-\u9fff]/;

/**
 * Rounds a number of graphemes to whole words: up where the end of the word is known, else down. A word takes the white
 * space before it along.
 *
 * @param graphemes - the graphemes from the end of a word on, at least `longestWord` more than `count` where there are
 *   that many.
 * @param isWhole - whether no more graphemes follow these.
 */
export function roundToWord(graphemes: readonly string[], count: number, isWhole: boolean): number {
  const isEnd = (index: number) => wordEnd.test(graphemes[index - 1]! + graphemes[index]!);
  let end = count;
  while (end < graphemes.length && !isEnd(end)) end++;
  if (end < graphemes.length || isWhole) return end;
  if (end - count >= longestWord) return count;
  end = count - 1;
  while (end > 0 && !isEnd(end)) end--;
  return end;
}
