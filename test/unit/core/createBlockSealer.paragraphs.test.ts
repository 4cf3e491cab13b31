import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockSealer } from '../../../src/core/text/createBlockSealer.ts';

function seal(...pieces: string[]) {
  const sealer = createBlockSealer();
  for (const piece of pieces) sealer.append(piece);
  const { blocks, tail } = sealer.snapshot();
  return { blocks, tail };
}

const boundaries = (text: string) =>
  new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length));

/** Text with everything that makes a block end, or must not be cut. */
const texts = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n\r\n', ' ', '  \n\t\n', 'a', 'word ', 'e\u0301') },
      fc.constantFrom('👩‍👩‍👧‍👦', '🇩🇪', 'नमस्ते', 'สวัสดี', '漢字かな', '한국어', '1️⃣'),
      fc.integer({ min: 1, max: 1500 }).map((length) => 'long '.repeat(length / 5)),
      fc.integer({ min: 1, max: 800 }).map((length) => '👍🏽'.repeat(length)),
      fc.integer({ min: 1, max: 800 }).map((length) => '🇩🇪'.repeat(length)),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

test('seals a paragraph when the first visible character after a blank line arrives', () => {
  const sealer = createBlockSealer();
  sealer.append('One.\nStill one.\n\n');
  expect(sealer.snapshot()).toEqual({ text: 'One.\nStill one.\n\n', blocks: [], tail: 'One.\nStill one.\n\n' });
  sealer.append('\n  ');
  expect(sealer.snapshot().blocks).toEqual([]);
  sealer.append('Two');
  expect(sealer.snapshot()).toEqual({
    text: 'One.\nStill one.\n\n\n  Two',
    blocks: ['One.\nStill one.\n\n\n'],
    tail: '  Two',
  });
});

test('takes CRLF and lines of white space for blank lines', () => {
  expect(seal('a\r\n\r\nb\n \t\nc')).toEqual({ blocks: ['a\r\n\r\n', 'b\n \t\n'], tail: 'c' });
});

test('keeps the array of blocks until a block is added', () => {
  const sealer = createBlockSealer();
  sealer.append('a\n\nb');
  const { blocks } = sealer.snapshot();
  sealer.append('c');
  expect(sealer.snapshot().blocks).toBe(blocks);
  sealer.append('\n\nd');
  expect(sealer.snapshot().blocks).toEqual(['a\n\n', 'bc\n\n']);
  expect(blocks).toEqual(['a\n\n']);
});

test('seals a paragraph without an end after a space past about 1,000 code units', () => {
  const { blocks, tail } = seal('word '.repeat(1000));
  expect(blocks.length).toBe(4);
  expect(blocks.every((block) => block.endsWith(' ') && block.length <= 1000)).toBe(true);
  expect(tail.length).toBeLessThan(1200);
});

test('ends a block that is too long after its last line break rather than after a later space', () => {
  const lines = `${'word '.repeat(50)}\n`.repeat(2);
  const { blocks } = seal(lines + 'word '.repeat(200));
  expect(blocks[0]).toBe(lines);
});

test.each(['👍🏽', '🇩🇪', '👩‍👩‍👧‍👦', 'क्षि', '漢', 'ก็'])('seals %s repeated without spaces between two of them', (grapheme) => {
  const { blocks, tail } = seal(grapheme.repeat(1500));
  expect(blocks.length).toBeGreaterThan(0);
  for (const block of [...blocks, tail]) expect(block).toBe(grapheme.repeat(block.length / grapheme.length));
});

test('gives the same blocks for any split of the text, at grapheme boundaries only', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat({ max: 3000 }), { maxLength: 30 }), (text, lengths) => {
      const pieces: string[] = [];
      let offset = 0;
      for (const length of lengths) pieces.push(text.slice(offset, (offset += length)));
      pieces.push(text.slice(offset));
      const sealed = seal(...pieces);
      expect(sealed).toEqual(seal(text));
      expect(sealed.blocks.join('') + sealed.tail).toBe(text);
      const allowed = boundaries(text);
      let end = 0;
      for (const block of sealed.blocks) expect(allowed.has((end += block.length))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('is as if never grown when it is cut back', () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 5000 }), texts, (text, length, more) => {
      const sealer = createBlockSealer();
      sealer.append(text);
      sealer.truncate(length);
      expect(sealer.snapshot().text).toBe(text.slice(0, length));
      sealer.append(more);
      const { blocks, tail } = sealer.snapshot();
      expect({ blocks, tail }).toEqual(seal(text.slice(0, length) + more));
    }),
    { numRuns: 300 },
  );
});
