import { expect, test } from 'vitest';
import { markdown } from 'react-streamed/markdown';

function show(text: string, options?: Parameters<typeof markdown>[0]) {
  const accumulator = markdown(options);
  const state = accumulator.create();
  accumulator.add(state, text);
  return accumulator.snapshot(state).text;
}

test.each([
  ['a **', 'a '],
  ['a **b*', 'a **b'],
  ['a `', 'a '],
  ['a ~', 'a '],
  ['a [', 'a '],
  ['a !', 'a '],
  ['a [b](https://example.com/', 'a [b'],
  ['a <', 'a '],
  ['a <div class="', 'a '],
  ['<div>\n<b', '<div>\n'],
  ['a &am', 'a '],
  ['a \\', 'a '],
  ['a\n-', 'a\n'],
  ['a\n- ', 'a\n'],
  ['a\n12', 'a\n'],
  ['a\n1. ', 'a\n'],
  ['a\n##', 'a\n'],
  ['a\n=', 'a\n'],
  ['a\n> ', 'a\n'],
  ['a\n\n```js', 'a\n\n'],
  ['a\n\n| b | c', 'a\n\n'],
  ['a\n\n| b | c |\n', 'a\n\n'],
  ['a\n\n| b | c |\n|--', 'a\n\n'],
  ['- a\n- [ ', '- a\n'],
  ['```js\na\n``', '```js\na\n'],
])('holds back the end of %j, which may turn into anything', (text, shown) => {
  expect(show(text)).toBe(shown);
  expect(show(text, { hold: false })).toBe(text);
});

test.each([
  'a **b',
  'a ** ',
  'a < b',
  'a & b',
  'a [b',
  '- b',
  '1. b',
  '# b',
  '2024 was',
  '| b |\n|---|\n',
  '| b |\n|---|\n| c',
  '```js\n',
  '```js\na ** [ <',
  '```js\n~~',
  `a [b](${'c'.repeat(80)}`,
  `| ${'b | '.repeat(25)}`,
  `| ${'b | '.repeat(25)}\n|---`,
])('shows all of %j', (text) => {
  expect(show(text)).toBe(text);
});
