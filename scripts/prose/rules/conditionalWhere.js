import { defineSentenceRule } from '../defineSentenceRule.js';
import { findPhrases } from '../findPhrases.js';

const advice = 'write “if” or “when” for a condition; “where” is for places';

/** Matches the start of the clause in `It retries where there is no answer`. */
const commonCondition = /\bwhere (?:there (?:is|are|was|were)|one|it|they|nothing|none|no)\b/i;
/** Matches the start of `Where a proxy buffers, nothing arrives`. A question has no comma. */
const leadingCondition = /^Where\b(?=[^,?]*,)/;
const phrase = new RegExp(`${commonCondition.source}|${leadingCondition.source}`, 'gi');

/** Reports “where” that stands for a condition. */
export default defineSentenceRule((sentence) => findPhrases(sentence, [{ phrase, advice }]));
