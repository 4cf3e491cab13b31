import { createFetchStream } from 'react-streamed/core';
import { isComplete, json } from 'react-streamed/json';
import { parts, type AnswerParts, type PartChanges, type ToolPart } from 'react-streamed/providers';
import { createMockStream } from 'react-streamed/testing';
import { expect, test, vi } from 'vitest';
import { freezeDeeply } from '../../support/readJson.ts';

/** The data after each step. Every snapshot is frozen, so that a later change of it throws. */
function grow(steps: readonly PartChanges[], options?: Parameters<typeof parts>[0]): AnswerParts[] {
  const accumulator = parts(options);
  const state = accumulator.create();
  return steps.map((step) => {
    accumulator.add(state, step);
    const data = accumulator.snapshot(state);
    freezeDeeply(data);
    return data;
  });
}

const partsOf = (steps: readonly PartChanges[]) => grow(steps).at(-1)!.parts;

test('is empty before anything arrives', () => {
  const accumulator = parts();
  expect(accumulator.snapshot(accumulator.create())).toEqual({ parts: [], usage: undefined, finishReason: undefined });
});

test('opens a part, adds to it and closes it', () => {
  const steps: PartChanges[] = [
    { at: 0, type: 'text' },
    { at: 0, type: 'text', text: 'Hel' },
    { at: 0, text: 'lo' },
    { at: 0, close: true },
    { at: 0, text: 'too late' },
  ];
  const texts = grow(steps).map(({ parts: shown }) => shown);
  expect(texts).toEqual([
    [{ type: 'text', text: '', isOpen: true }],
    [{ type: 'text', text: 'Hel', isOpen: true }],
    [{ type: 'text', text: 'Hello', isOpen: true }],
    [{ type: 'text', text: 'Hello', isOpen: false }],
    [{ type: 'text', text: 'Hello', isOpen: false }],
  ]);
});

test('keeps interleaved parts in the order in which they began', () => {
  expect(
    partsOf([
      { at: 'b', type: 'tool', id: '1', name: 'x', text: '[' },
      { at: 'a', type: 'text', text: 'one' },
      { at: 'c', type: 'tool', id: '2', name: 'y', text: '{"a":' },
      { at: 'b', text: '1' },
      [
        { at: 'c', text: '2}', close: true },
        { at: 'a', text: ' two' },
      ],
      { at: 'b', text: ']', close: true },
    ]),
  ).toEqual([
    { type: 'tool', id: '1', name: 'x', inputText: '[1]', input: [1], isOpen: false },
    { type: 'text', text: 'one two', isOpen: true },
    { type: 'tool', id: '2', name: 'y', inputText: '{"a":2}', input: { a: 2 }, isOpen: false },
  ]);
});

test('keeps the identity of parts that did not change, and of the whole answer if nothing arrived', () => {
  const accumulator = parts();
  const state = accumulator.create();
  accumulator.add(state, { at: 0, type: 'text', text: 'a', close: true });
  accumulator.add(state, { at: 1, type: 'tool', id: 'x' });
  accumulator.add(state, { at: 2, type: 'text', text: 'b' });
  const before = accumulator.snapshot(state);
  expect(accumulator.snapshot(state)).toBe(before);

  accumulator.add(state, { at: 2, text: 'c' });
  const after = accumulator.snapshot(state);
  expect(after.parts.map((part, index) => part === before.parts[index])).toEqual([true, true, false]);
});

test.each([
  ['a part that was closed', { at: 0, close: true }],
  ['a part of another type', { at: 0, type: 'reasoning', text: 'no' }],
  ['a tool with another id', { at: 0, type: 'tool', id: 'b' }],
] as const)('begins another part at the place of %s', (_title, change) => {
  const [first, second] = partsOf([
    { at: 0, type: 'tool', id: 'a', text: '{}' },
    change,
    { at: 0, type: 'tool', id: 'c', text: '[' },
  ]).slice(0, 2);
  expect(first).toMatchObject({ id: 'a', inputText: '{}', input: {}, isOpen: false });
  expect(second).not.toMatchObject({ id: 'a' });
});

test('takes the id and the name of a tool when they arrive', () => {
  expect(
    partsOf([
      { at: 0, type: 'tool', text: '{' },
      { at: 0, id: 'a', name: 'x' },
      { at: 0, text: '}' },
    ]),
  ).toEqual([{ type: 'tool', id: 'a', name: 'x', inputText: '{}', input: undefined, isOpen: true }]);
});

test.each([
  ['the whole input if nothing was added to it', { wholeInput: '{ }' }, { inputText: '{ }', input: {} }],
  ['what was added, whatever the whole input', { text: '[1]', wholeInput: '[2]' }, { inputText: '[1]', input: [1] }],
  ['the input that the protocol sends', { text: '[1]', input: [2] }, { inputText: '[1]', input: [2] }],
  ['nothing of an input that is not JSON', { text: '[1' }, { inputText: '[1', input: undefined }],
])('takes %s', (_title, change, expected) => {
  expect(partsOf([{ at: 0, type: 'tool', ...change, close: true }])[0]).toMatchObject(expected);
});

test('adds each source once', () => {
  const source = { at: 'u', type: 'source', url: 'https://example.com/' } as const;
  expect(partsOf([source, { ...source, title: 'Again' }, { ...source, at: 'v', title: 'Other' }])).toEqual([
    { type: 'source', url: 'https://example.com/', title: undefined },
    { type: 'source', url: 'https://example.com/', title: 'Other' },
  ]);
});

test('keeps the figures of the usage that a later one leaves out', () => {
  const usages = grow([
    { usage: { inputTokens: 10, outputTokens: 1 } },
    { usage: { inputTokens: undefined, outputTokens: 7 } },
  ]).map(({ usage }) => usage);
  expect(usages).toEqual([
    { inputTokens: 10, outputTokens: 1 },
    { inputTokens: 10, outputTokens: 7 },
  ]);
});

test('closes every part when the answer ends', () => {
  const [, , last] = grow([
    { at: 0, type: 'text', text: 'a' },
    { at: 1, type: 'tool', id: 'x', text: '{}' },
    { finishReason: 'stop' },
  ]);
  expect(last).toEqual({
    parts: [
      { type: 'text', text: 'a', isOpen: false },
      { type: 'tool', id: 'x', name: '', inputText: '{}', input: {}, isOpen: false },
    ],
    usage: undefined,
    finishReason: 'stop',
  });
});

test('shows an input while it arrives, and keeps its finished rows', () => {
  const shown = grow(
    [
      { at: 0, type: 'tool', id: 'a', text: '{"rows":[{"id":1},{"id"' },
      { at: 0, text: ':2}' },
      { at: 0, text: ']}', close: true },
    ],
    { input: json },
  ).map((data) => (data.parts[0] as ToolPart).input as { rows: object[] });
  expect(shown).toEqual([
    { rows: [{ id: 1 }, {}] },
    { rows: [{ id: 1 }, { id: 2 }] },
    { rows: [{ id: 1 }, { id: 2 }] },
  ]);
  expect(shown[0]!.rows[0]).toBe(shown[2]!.rows[0]);
  expect(shown[1]!.rows[1]).toBe(shown[2]!.rows[1]);
  expect(shown.map(isComplete)).toEqual([false, false, true]);
});

test('reports an input that is not JSON, and makes the other changes of its chunk', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const steps: PartChanges[] = [
    [
      { at: 0, type: 'tool', id: 'a', text: '{"a":[1,,' },
      { at: 1, type: 'text', text: 'Still here', close: true },
    ],
    { at: 0, text: '2]}' },
    { finishReason: 'stop' },
  ];
  const mock = createMockStream({
    answer: (request) => request.text(steps.map((step) => `${JSON.stringify(step)}\n`).join('')).end(),
  });
  const stream = createFetchStream('/answer', {
    fetch: mock.fetch,
    as: 'json-lines',
    parse: (line) => JSON.parse(line) as PartChanges,
    accumulate: parts({ input: json }),
  });
  expect(await stream.start()).toMatchObject({
    status: 'done',
    data: {
      parts: [
        { id: 'a', inputText: '{"a":[1,,2]}', input: { a: [1] }, isOpen: false },
        { text: 'Still here', isOpen: false },
      ],
      finishReason: 'stop',
    },
  });
  expect(report).toHaveBeenCalledTimes(1);
  report.mockRestore();
});
