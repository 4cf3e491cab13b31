import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockSealer } from '../../../src/core/text/createBlockSealer.ts';

const mark = '\u0301';

function seal(...pieces: string[]) {
  const sealer = createBlockSealer();
  for (const piece of pieces) sealer.append(piece);
  return sealer;
}

test.each([
  ['fills it', `a${mark.repeat(1500)}`],
  ['belongs to a space', ` ${mark.repeat(1500)}`],
])('ends a block inside a grapheme that %s, so that no block is longer than 1,000 code units', (_, endless) => {
  const { blocks, tail } = seal(endless, 'word '.repeat(500)).snapshot();
  expect(blocks.join('') + tail).toBe(endless + 'word '.repeat(500));
  expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThanOrEqual(1000);
});

test('takes linear time for an endless grapheme', () => {
  const sealer = seal();
  // With a look through the text at each piece, this takes longer than a test may.
  for (let count = 0; count < 60_000; count++) sealer.append(mark.repeat(4));
  const { text, tail } = sealer.snapshot();
  expect(text.length).toBe(240_000);
  expect(tail.length).toBeLessThan(1002);
});

const pieces = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map((count) => `a${mark.repeat(count)}`),
  fc.integer({ min: 1, max: 300 }).map((count) => 'word '.repeat(count)),
  fc.constantFrom('\n', '\n\n', 'b'),
);
const texts = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''));

test('gives the same blocks for any split of a text with endless graphemes', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat({ max: 3000 }), { maxLength: 30 }), (text, lengths) => {
      const cuts: string[] = [];
      let offset = 0;
      for (const length of lengths) {
        cuts.push(text.slice(offset, offset + length));
        offset += length;
      }
      cuts.push(text.slice(offset));
      expect(seal(...cuts).snapshot()).toEqual(seal(text).snapshot());
    }),
    { numRuns: 200 },
  );
});

test('gives the same blocks as if the text had never been longer when it is cut back', () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 8000 }), (text, length) => {
      const sealer = seal(text);
      const blocksLength = sealer.truncate(length);
      const expected = seal(text.slice(0, length)).snapshot();
      expect(sealer.snapshot()).toEqual(expected);
      expect(blocksLength).toBe(expected.blocks.join('').length);
    }),
    { numRuns: 200 },
  );
});
