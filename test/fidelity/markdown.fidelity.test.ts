import { expect, test } from 'vitest';
import { createRandom } from '../support/createRandom.ts';
import { isSameInBlocks } from '../support/markdown/compareDocument.ts';
import { knownDifferences, singles, triples } from '../support/markdown/fidelityDocuments.ts';
import { listBlocks, readMarkdown } from '../support/markdown/renderInBlocks.ts';
import { splitAnywhere, splitEvery } from '../support/markdown/splitText.ts';

const documents = [...singles, ...triples];

test('gives the same HTML in blocks as whole, except for the known differences', () => {
  const differing = documents.filter((document) => !isSameInBlocks(document));
  console.log(
    `Rendered ${documents.length} documents (${singles.length} examples and ${triples.length} triples) whole and in ` +
      `blocks. ${differing.length} differ:`,
  );
  for (const document of differing) console.log(JSON.stringify(document), knownDifferences.get(document));
  expect(differing).toEqual([...knownDifferences.keys()]);
  expect(knownDifferences.size).toBeLessThanOrEqual(5);
}, 300_000);

test('gives the same blocks in pieces of 1, of 7 and of random sizes', () => {
  const random = createRandom(1);
  for (const document of documents) {
    const expected = listBlocks(readMarkdown([document]));
    for (const pieces of [splitEvery(document, 1), splitEvery(document, 7), splitAnywhere(document, random)]) {
      expect(listBlocks(readMarkdown(pieces))).toEqual(expected);
    }
  }
}, 300_000);
