import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocks } from 'react-streamed/core';
import { markdown, type MarkdownBlock, type StreamedMarkdown } from 'react-streamed/markdown';
import { answerParts } from '../../support/markdown/answerParts.ts';
import { singles } from '../../support/markdown/fidelityDocuments.ts';
import { listBlocks, readMarkdown } from '../../support/markdown/renderInBlocks.ts';

const parts = fc.oneof(
  fc.constantFrom(...singles),
  fc.constantFrom(...answerParts),
  fc.constantFrom('\n', '\r\n', '\r', '  ', '- ', '```\n', '~~~\n', '$$\n', '> ', '<div>\n', '</div>\n', '|', '12'),
);
const texts = fc.array(parts, { minLength: 1, maxLength: 6 }).map((found) => found.join('\n'));
const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 100 });

function split(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = [];
  let rest = text;
  for (const size of sizes) {
    pieces.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...pieces, rest];
}

test('gives the same blocks for any pieces of a text', () => {
  fc.assert(
    fc.property(texts, lengths, (text, sizes) => {
      expect(readMarkdown(split(text, sizes))).toEqual(readMarkdown([text]));
    }),
    { numRuns: 300 },
  );
});

/** Checks what is shown after a piece, and what it has in common with what was shown before. */
function checkStep(source: string, { text, blocks: finished, tail }: StreamedMarkdown, before: StreamedMarkdown) {
  expect(finished.map((block) => block.text).join('') + (tail?.text ?? '')).toBe(text);
  expect(source.startsWith(text)).toBe(true);
  expect(text.startsWith(before.text)).toBe(true);
  const held = source.length - text.length;
  expect(held).toBeLessThanOrEqual(80);
  let key = 0;
  for (const [index, block] of finished.entries()) {
    expect(block.key).toBe(key);
    key += block.text.length;
    if (index < before.blocks.length) expect(block).toBe(before.blocks[index] as MarkdownBlock);
  }
}

test('never changes a finished block nor takes back what was shown, in any prefix', () => {
  fc.assert(
    fc.property(texts, lengths, (text, sizes) => {
      const accumulator = markdown();
      const state = accumulator.create();
      let before = accumulator.snapshot(state);
      let source = '';
      for (const piece of split(text, sizes)) {
        accumulator.add(state, piece);
        source += piece;
        const data = accumulator.snapshot(state);
        checkStep(source, data, before);
        before = data;
      }
      accumulator.end!(state);
      expect(accumulator.snapshot(state).text).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('cuts the text of blocks({ split: markdown }) the same way', () => {
  fc.assert(
    fc.property(texts, lengths, (text, sizes) => {
      const accumulator = blocks({ split: markdown });
      const state = accumulator.create();
      for (const piece of split(text, sizes)) {
        accumulator.add(state, piece);
        accumulator.snapshot(state);
      }
      const data = accumulator.snapshot(state);
      const expected = listBlocks(readMarkdown([text])).map((block) => block.text);
      expect([...data.blocks, ...(data.tail ? [data.tail] : [])]).toEqual(expected);
      expect(data.text).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('takes the rest of a text from the start of any block', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const all = listBlocks(readMarkdown([text])).map((block) => block.text);
      for (let index = 1; index < all.length; index++) {
        const rest = all.slice(index);
        expect(listBlocks(readMarkdown([rest.join('')])).map((block) => block.text)).toEqual(rest);
      }
    }),
    { numRuns: 200 },
  );
});
