import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockSealer } from '../../../src/core/text/createBlockSealer.ts';

const mark = '\u0301';

function seal(...pieces: string[]) {
  const sealer = createBlockSealer();
  for (const piece of pieces) sealer.append(piece);
  return sealer;
}

function blockLengths(...pieces: string[]) {
  return seal(...pieces)
    .snapshot()
    .blocks.map(({ length }) => length);
}

test('seals an endless grapheme after the first line break that follows it', () => {
  const endless = `a${mark.repeat(1500)}`;
  const sealer = seal(endless, 'word '.repeat(500));
  expect(sealer.snapshot().blocks).toEqual([]);
  sealer.append('b\nc\nd');
  expect(sealer.snapshot()).toMatchObject({ blocks: [`${endless}${'word '.repeat(500)}b\n`], tail: 'c\nd' });
});

test('takes linear time for text that follows an endless grapheme', () => {
  const sealer = seal(`a${mark.repeat(20_000)}`);
  // With a look through the tail at each piece, this takes longer than a test may.
  for (let count = 0; count < 60_000; count++) sealer.append('abc ');
  const { text, blocks } = sealer.snapshot();
  expect(text.length).toBe(260_001);
  expect(blocks).toEqual([]);
});

test('cuts ordinary text again at about 1,000 code units after an endless grapheme', () => {
  const text = `a${mark.repeat(1500)}\n${'word '.repeat(500)}`;
  expect(blockLengths(text)).toEqual([1502, 1000, 1000]);
});

test('cuts after a grapheme of 255 code units and not after a longer one', () => {
  const longest = `a${mark.repeat(254)}`;
  expect(blockLengths(longest.repeat(4))).toEqual([765]);
  const tooLong = `a${mark.repeat(255)}`;
  expect(blockLengths(tooLong.repeat(4))).toEqual([]);
  expect(blockLengths(`b${tooLong.repeat(4)}`)).toEqual([1]);
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
