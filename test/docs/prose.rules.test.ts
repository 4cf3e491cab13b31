import { describe, expect, test } from 'vitest';
import { lintText } from '../../scripts/prose/lintText.js';

/** Gives the names of the rules that a text breaks. */
const rulesBrokenBy = async (text: string) => (await lintText(text)).map(({ rule }) => rule);

describe('dialect', () => {
  test.each([
    'The stream starts anew.',
    'The text goes on after the gap.',
    'It runs in a process of its own.',
    'A 204 is no failure.',
    'These are no options.',
    'It throws whatever it was given.',
    'The list holds none but events.',
    'This page is for nobody.',
    'The data is what came before.',
    'The text is what had arrived.',
    'It sends one request in place of two.',
  ])('reports “%s”', async (text) => {
    expect(await rulesBrokenBy(text)).toEqual(['dialect']);
  });

  test.each([
    'The stream starts again.',
    'The text continues after the gap.',
    'It runs in its own process.',
    'A 204 is not a failure.',
    'There is no option for that.',
    'The stream is no longer open.',
    'It throws the value that it was given.',
    'It reads what comes next.',
    'It sends one request instead of two.',
    'As you type, it does more.',
  ])('accepts “%s”', async (text) => {
    expect(await rulesBrokenBy(text)).toEqual([]);
  });
});

describe('conditional-where', () => {
  test.each([
    'It retries where there is no answer.',
    'It retries where it may.',
    'Each run takes the option, where one is given.',
    'Where a proxy buffers, nothing arrives.',
  ])('reports “%s”', async (text) => {
    expect(await rulesBrokenBy(text)).toEqual(['conditional-where']);
  });

  test.each([
    'Open the folder where the file lies.',
    'Where is the file?',
    '# Where things are',
    'If one is given, it is used.',
  ])('accepts “%s”', async (text) => {
    expect(await rulesBrokenBy(text)).toEqual([]);
  });
});

describe('one-colon', () => {
  test('reports a second colon in a sentence', async () => {
    expect(await rulesBrokenBy('Two cases: one is common: a timeout.')).toEqual(['one-colon']);
  });

  test('accepts one colon in each sentence', async () => {
    expect(await rulesBrokenBy('One case: a timeout. Another: a refusal.')).toEqual([]);
  });

  test('accepts the colons of times, addresses and code', async () => {
    expect(await rulesBrokenBy('At 10:30: open http://localhost:3000 with `a: 1, b: 2`.')).toEqual([]);
  });
});

describe('sentence-length', () => {
  const sentence = (words: number) => `${Array.from({ length: words }, () => 'word').join(' ')}.`;

  test('reports a sentence of 41 words', async () => {
    expect(await rulesBrokenBy(sentence(41))).toEqual(['sentence-length']);
  });

  test('accepts two sentences of 40 words', async () => {
    expect(await rulesBrokenBy(`${sentence(40)} W${sentence(40)}`)).toEqual([]);
  });
});

test('the rules read paragraphs, headings, lists and tables', async () => {
  const text = '# Starts anew\n\nIt starts anew.\n\n- It starts anew\n\n| anew |\n| --- |\n| anew |';
  expect(await lintText(text)).toMatchObject([{ line: 1 }, { line: 3 }, { line: 5 }, { line: 7 }, { line: 9 }]);
});

test('the rules find a phrase that runs over two lines', async () => {
  expect(await lintText('The text goes\non after the gap.')).toMatchObject([{ line: 1, rule: 'dialect' }]);
});

test('the rules leave out code and quoted blocks', async () => {
  expect(await lintText('It calls `anew()`.\n\n> anew\n\n```\nanew\n```')).toEqual([]);
});
