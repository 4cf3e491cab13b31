/** The longest word that is waited for, in graphemes. */
const longestWord = 32;

/** Where a word ends: white space follows, or one side is an ideograph or kana, each a word of its own. */
const wordEnd = /\S\s|[\u3041-\u9fff]/;

/**
 * Rounds a number of graphemes down to whole words. A word takes the white space before it along.
 *
 * @param isWhole - whether no more graphemes follow these.
 */
export function roundToWord(graphemes: readonly string[], count: number, isWhole: boolean): number {
  const ahead = graphemes.slice(count, count + longestWord);
  // An endless word, or a script without spaces, comes by graphemes.
  if (ahead.length === longestWord && !wordEnd.test(ahead.join(''))) return count;
  let end = count;
  while (end > 0 && !(end < graphemes.length ? wordEnd.test(graphemes[end - 1]! + graphemes[end]!) : isWhole)) end--;
  return end;
}
