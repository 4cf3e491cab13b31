import { answers, tokenPattern, writeToken, type AnswerName } from './server/answer-server/answers.js';

/** What became of the tokens of an answer. */
export interface TokenCount {
  readonly lost: number;
  readonly doubled: number;
}

/** Compares the text that a client shows with the answer. A damaged token counts as lost. */
export function countTokens(text: string, answer: AnswerName): TokenCount {
  const { count } = answers[answer];
  const expected = new Set(Array.from({ length: count }, (_, place) => writeToken(place + 1)));
  const shown = (text.match(tokenPattern) ?? []).filter((token) => expected.has(token));
  const distinct = new Set(shown).size;
  return { lost: count - distinct, doubled: shown.length - distinct };
}
