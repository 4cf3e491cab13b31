/**
 * Finds phrases in a sentence.
 * @param {string} sentence
 * @param {{ phrase: RegExp, advice: string }[]} phrases - each `phrase` has the flag `g`
 * @returns {import('./defineSentenceRule.js').Finding[]}
 */
export function findPhrases(sentence, phrases) {
  return phrases.flatMap(({ phrase, advice }) =>
    [...sentence.matchAll(phrase)].map(({ index, 0: found }) => ({ index, message: `“${found}”: ${advice}.` })),
  );
}
