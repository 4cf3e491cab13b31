import { expect, test } from 'vitest';
import { blocks } from 'react-streamed/core';
import { markdown } from 'react-streamed/markdown';
import { makeAnswers } from '../../support/markdown/answers.ts';

/** Makes a text of a length of the pieces that `next` makes. */
function repeat(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

const texts = {
  answers: (length: number) => repeat(`${makeAnswers(100).join('\n\n')}\n\n`, length),
  'one fence': (length: number) => `\`\`\`js\n${repeat('const a = b * c; // **\n', length)}`,
  'one line': (length: number) => repeat('word **bold** and more ', length),
  'one list': (length: number) => repeat('- item with **bold** text\n', length),
  'one paragraph of definitions': (length: number) => repeat('[a]: https://example.com/a\n', length),
};

/** Returns how many milliseconds the blocks of a text in pieces of 24 characters take. */
function measure(text: string): number {
  const accumulator = markdown();
  const state = accumulator.create();
  const start = performance.now();
  for (let index = 0; index < text.length; index += 24) {
    accumulator.add(state, text.slice(index, index + 24));
    accumulator.snapshot(state);
  }
  return performance.now() - start;
}

test.each(Object.entries(texts))('reads 1 MB of %s in pieces of 24 characters, in linear time', (_, make) => {
  // A copy of the open block at each of the 40,000 pieces would be 20 GB.
  expect(measure(make(1_000_000))).toBeLessThan(5000);
});

test('cuts 1 MB of one fence in pieces for the typewriter and blocks()', () => {
  const accumulator = blocks({ split: markdown });
  const state = accumulator.create();
  const text = texts['one fence'](1_000_000);
  for (let index = 0; index < text.length; index += 24) {
    accumulator.add(state, text.slice(index, index + 24));
    accumulator.snapshot(state);
  }
  const { tail } = accumulator.snapshot(state);
  expect(tail.length).toBe(text.length);
});
