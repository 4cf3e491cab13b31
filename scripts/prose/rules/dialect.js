import { defineSentenceRule } from '../defineSentenceRule.js';
import { findPhrases } from '../findPhrases.js';

const phrases = [
  { phrase: /\banew\b/gi, advice: 'write “again”' },
  { phrase: /\b(?:go|goes|going|went) on\b/gi, advice: 'write “continue” or “resume”' },
  { phrase: /\bof (?:its|their|your) own\b/gi, advice: 'write “its own …” or “by itself”' },
  // “There is no …” and “is no longer” are ordinary English.
  { phrase: /(?<!\bthere )\b(?:is|are|was|were) no\b(?! (?:longer|more|less)\b)/gi, advice: 'write “is not”' },
  { phrase: /\bwhatever (?:it|they)\b/gi, advice: 'name the thing' },
  { phrase: /\bnone but\b/gi, advice: 'write “only”' },
  { phrase: /\bfor nobody\b/gi, advice: 'name who is meant' },
  { phrase: /\bwhat (?:came|had)\b/gi, advice: 'name the thing, such as “the data received before”' },
  { phrase: /\bin place of\b/gi, advice: 'write “instead of”' },
];

/** Reports phrases of the dialect that this project's prose once had. */
export default defineSentenceRule((sentence) => findPhrases(sentence, phrases));
