/** Where a word ends: white space follows, or one side is an ideograph or kana, each a word of its own. */
const wordEnd = /\S\s|[\u3041-\u9fff]/;
/** Scripts without spaces have such words, too. */
const endlessWord = /^\S{32}/;

/**
 * Rounds a number of graphemes down to whole words, but for words that are too long to wait for. A word takes the white
 * space before it along.
 *
 * @param isWhole - whether no more graphemes follow these.
 */
export function roundToWord(graphemes: readonly string[], count: number, isWhole: boolean): number {
  if (endlessWord.test(graphemes.slice(count, count + 32).join(''))) return count;
  let end = count;
  while (end > 0 && !(end < graphemes.length ? wordEnd.test(graphemes[end - 1]! + graphemes[end]!) : isWhole)) end--;
  return end;
}
