import { defineSentenceRule } from '../defineSentenceRule.js';

/** A colon that ends a clause, not one of a time, a ratio or an address. */
const colon = /:(?=\s|$)/g;

/** Reports a sentence with more than one colon. */
export default defineSentenceRule((sentence) => {
  const [, second] = sentence.matchAll(colon);
  return second ? [{ index: second.index, message: 'A second colon in one sentence: make it two sentences.' }] : [];
});
