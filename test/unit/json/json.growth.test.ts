import { isComplete, json } from 'react-streamed/json';
import { expect, test } from 'vitest';
import { readJson } from '../../support/readJson.ts';

/** The snapshots, without those that look like the one before. */
function growthOf(...chunks: string[]): unknown[] {
  const { snapshots, errors } = readJson(chunks);
  expect(errors).toEqual([]);
  const looks = snapshots.map((snapshot) => JSON.stringify(snapshot));
  return snapshots.filter((_, index) => index === 0 || looks[index] !== looks[index - 1]);
}

test('shows nothing before the value begins', () => {
  expect(readJson(['', ' \n\t\r']).snapshots).toEqual([undefined, undefined]);
});

test('shows a value from its first character, member by member', () => {
  expect(growthOf(...'{"name":"Al","keys":[1,20]}')).toEqual([
    {},
    { name: '' },
    { name: 'A' },
    { name: 'Al' },
    { name: 'Al', keys: [] },
    { name: 'Al', keys: [1] },
    { name: 'Al', keys: [1, 20] },
  ]);
});

test.each([
  ['a number when its end is known', ['[1', '2', '.5', ' '], [[], [12.5]]],
  ['a number at the end of the text once white space follows', ['4', '2', '\n'], [undefined, 42]],
  ['a word when its end is known', ['[tr', 'ue,n', 'ull,fals', 'e'], [[], [true], [true, null], [true, null, false]]],
  ['a name together with its value', ['{"na', 'me"', ' : ', '"x'], [{}, { name: 'x' }]],
  ['an empty text', ['"', '"'], ['']],
  ['an escape when it is whole', ['"a', '\\', 'n', '\\u', '00', 'e9', '"'], ['a', 'a\n', 'a\né']],
  ['a character of two escapes when both are whole', ['"\\ud83d', '\\', 'ude', '80'], ['', '🚀']],
  ['a character that was cut in two when both halves are there', ['"\ud83d', '', '\ude80"'], ['', '🚀']],
  ['a character of an escape and half a character', ['"\\ud83d', '\ude80'], ['', '🚀']],
  ['half a character if nothing completes it', ['["\\ud83d', '"'], [[''], ['\ud83d']]],
  ['half a character if another character follows', ['"\\ud83d', 'x'], ['', '\ud83dx']],
  ['an unfinished escape after half a character', ['"\\ud83d', '\\', 'n'], ['', '\ud83d\n']],
])('shows %s', (_title, chunks, expected) => {
  expect(growthOf(...chunks)).toEqual(expected);
});

test('takes the last of repeated names, as soon as its value begins', () => {
  expect(growthOf('{"a":{"b":1}', ',"a":', '"', 'x","c":0,"a":[')).toEqual([
    { a: { b: 1 } },
    { a: '' },
    { a: [], c: 0 },
  ]);
});

test('makes __proto__ a member like any other', () => {
  const text = '{"__proto__":{"a":1},"b":{"__proto__":[2],"__proto__":3},"c":{"__proto__":{"d":';
  const { snapshots } = readJson([text, '1}}}']);
  expect(JSON.stringify(snapshots)).toBe(
    `[{"__proto__":{"a":1},"b":{"__proto__":3},"c":{"__proto__":{}}},${text.replace('[2],"__proto__":', '')}1}}}]`,
  );
  for (const snapshot of snapshots) expect(Object.getPrototypeOf(snapshot)).toBe(Object.prototype);
});

test('gives the same snapshot if nothing that shows has arrived', () => {
  const { snapshots } = readJson(['{"a":[1,2', '3', '', '45', ']', ' ,', ' "b', '"', ':', '\n', 'tr', 'ue']);
  const [first, , , , closed] = snapshots;
  expect(snapshots.slice(0, 4)).toEqual([first, first, first, first]);
  expect(snapshots.slice(0, 4).every((snapshot) => snapshot === first)).toBe(true);
  expect(snapshots.slice(4, -1).every((snapshot) => snapshot === closed)).toBe(true);
  expect(snapshots.at(-1)).toEqual({ a: [1, 2345], b: true });
});

test('keeps the identity of what is closed', () => {
  const { snapshots } = readJson(['{"rows":[{"id":1},{"id":2', '},{"id"', ':3}', ']', ',"end":[', ']}']);
  const rowsOf = (index: number) => (snapshots[index] as { rows: object[] }).rows;
  const last = rowsOf(5);
  expect(last).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  expect(rowsOf(0)[0]).toBe(last[0]);
  expect(rowsOf(1)[1]).toBe(last[1]);
  expect(rowsOf(2)[2]).toBe(last[2]);
  expect(rowsOf(3)).toBe(last);
});

test('tells what has been closed', () => {
  const { snapshots } = readJson(['{"rows":[{"id":1},{"id":2', '}', ']}']);
  const [first, second, third] = snapshots as { rows: object[] }[];
  expect([first, first!.rows, ...first!.rows].map(isComplete)).toEqual([false, false, true, false]);
  expect([second, second!.rows, ...second!.rows].map(isComplete)).toEqual([false, false, true, true]);
  expect([third, third!.rows, ...third!.rows].map(isComplete)).toEqual([true, true, true, true]);
});

test('takes objects and arrays of other sources for complete, and nothing else', () => {
  expect([{}, [], JSON.parse('{"a":[]}')].map(isComplete)).toEqual([true, true, true]);
  expect([undefined, null, 'text', '', 7, true].map(isComplete)).toEqual([false, false, false, false, false, false]);
});

test('joins items that are not text as text', () => {
  const accumulator = json();
  const state = accumulator.create();
  for (const item of ['[', 1, ',', true, ']']) accumulator.add(state, item);
  expect(accumulator.snapshot(state)).toEqual([1, true]);
});
