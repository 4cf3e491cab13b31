import { expect, test } from 'vitest';
import { findBareMarkersOfPrefixes } from '../support/markdown/findBareMarkers.ts';
import { makeAnswers } from '../support/markdown/answers.ts';

test('shows no bare marker in any prefix of 200 answers', () => {
  const answers = makeAnswers(200);
  let prefixes = 0;
  for (const answer of answers) {
    for (const hold of [true, false]) expect(findBareMarkersOfPrefixes(answer, { hold })).toEqual([]);
    prefixes += answer.length;
  }
  console.log(`Completed and rendered ${prefixes} prefixes of ${answers.length} answers, with and without hold.`);
}, 600_000);
