import { defineSentenceRule } from '../defineSentenceRule.js';

const mostWords = 40;
/** Anything between spaces that has a letter or a digit. */
const word = /[^\s\p{L}\p{N}]*[\p{L}\p{N}]\S*/gu;

/** Reports a sentence of more than 40 words. */
export default defineSentenceRule((sentence) => {
  const count = sentence.match(word)?.length ?? 0;
  if (count <= mostWords) return [];
  return [{ index: 0, message: `A sentence of ${count} words: ${mostWords} are the most.` }];
});
