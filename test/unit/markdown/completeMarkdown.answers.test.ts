import { expect, test } from 'vitest';
import { makeAnswers } from '../../support/markdown/answers.ts';
import { findBareMarkersOfPrefixes } from '../../support/markdown/findBareMarkers.ts';

// `npm run test:fidelity` does it with 200 answers.
test.each([true, false])('shows no bare marker in any prefix of 8 answers, with hold: %s', (hold) => {
  for (const answer of makeAnswers(8)) expect(findBareMarkersOfPrefixes(answer, { hold })).toEqual([]);
});
