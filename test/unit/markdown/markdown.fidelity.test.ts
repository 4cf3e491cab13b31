import { expect, test } from 'vitest';
import { isSameInBlocks } from '../../support/markdown/compareDocument.ts';
import { knownDifferences, singles, triples } from '../../support/markdown/fidelityDocuments.ts';

// `npm run test:fidelity` compares all of them, in pieces of several sizes.
test('gives the same HTML in blocks as whole, for each example and every fourth triple', () => {
  const documents = [...singles, ...triples.filter((_, index) => index % 4 === 0)];
  const differing = documents.filter((document) => !isSameInBlocks(document));
  expect(differing.filter((document) => !knownDifferences.has(document))).toEqual([]);
});
