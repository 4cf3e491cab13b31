import { expect, test } from 'vitest';
import { roundToWord } from '../../../src/core/typewriter/roundToWord.ts';

test.each([
  ['', 0, ''],
  ['one two', 0, ''],
  ['one two', 2, ''],
  ['one two', 3, 'one'],
  ['one two', 4, 'one'],
  ['one two', 6, 'one'],
  ['one  two three', 9, 'one  two'],
  ['one two', 7, 'one'],
  ['one\ntwo', 5, 'one'],
  ['漢字', 1, '漢'],
  ['漢字', 2, '漢'],
  ['a漢字', 1, 'a'],
  ['漢a', 1, '漢'],
])('rounds the first graphemes of %j, %i of them, down to %j', (text, count, words) => {
  expect(text.slice(0, roundToWord(text.split(''), count))).toBe(words);
});

test('does not round inside a word of which 32 code units or more are left', () => {
  const text = `one ${'x'.repeat(40)}`;
  expect(roundToWord(text.split(''), 12)).toBe(12);
  expect(roundToWord(text.split(''), 13)).toBe(3);
  expect(roundToWord(`${'x'.repeat(12)}${'y'.repeat(31)} z`.split(''), 12)).toBe(0);
  // What counts is the word itself, not a long one after it.
  expect(roundToWord([...`ab ${'😀'.repeat(31)}`], 1)).toBe(0);
});
