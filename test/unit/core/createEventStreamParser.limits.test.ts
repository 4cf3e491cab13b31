import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventStreamParser, type EventStreamParserOptions } from 'react-streamed/core';

function createParser(options: Omit<EventStreamParserOptions, 'onEvent'>) {
  const events: string[] = [];
  const parser = createEventStreamParser({ onEvent: ({ data }) => events.push(data), ...options });
  return { parser, events };
}

const tooLarge = expect.objectContaining({ name: 'StreamError', code: 'event-too-large' });

test('takes an event of exactly maxEventSize', () => {
  const { parser, events } = createParser({ maxEventSize: 10 });

  parser.push('data: 0123456789\n\ndata: 0123\ndata: 56789\n\nevent: 01234\ndata: 56789\n\n');

  expect(events).toEqual(['0123456789', '0123\n56789', '56789']);
});

test.each([
  ['one line of data', 'data: 01234567890\n'],
  ['one line of data and its blank line', 'data: 01234567890\n\n'],
  ['several lines of data', 'data: 0123\ndata: 567890\n'],
  ['the number of empty lines of data', 'data\n'.repeat(12)],
  ['the type and the data', 'event: 01234\ndata: 567890\n'],
  ['a type', 'event: 01234567890\n'],
  ['an id', 'id: 01234567890\n'],
  ['an unfinished line of data', 'data: 012345678901'],
  ['an unfinished type', 'event: 01234567890'],
  ['an unfinished id', 'id: 01234567890123'],
])('refuses more than maxEventSize in %s', (_what, stream) => {
  const { parser, events } = createParser({ maxEventSize: 10 });

  expect(() => parser.push(stream)).toThrow(tooLarge);
  expect(events).toEqual([]);
});

test('names the limit in its error', () => {
  const { parser } = createParser({ maxEventSize: 10 });

  expect(() => parser.push('data: 01234567890\n')).toThrow('An event exceeds 10 characters.');
});

test('delivers the events before the one that is too large', () => {
  const { parser, events } = createParser({ maxEventSize: 10 });

  expect(() => parser.push('data: a\n\ndata: 01234567890\n\ndata: b\n\n')).toThrow(tooLarge);

  expect(events).toEqual(['a']);
});

test('fails once and ignores what follows until it is reset', () => {
  const { parser, events } = createParser({ maxEventSize: 10 });
  expect(() => parser.push('data: 01234567890\n')).toThrow(tooLarge);

  parser.push('\n\ndata: a\n\n');
  parser.end();
  parser.push('data: b\n\n');
  expect(events).toEqual([]);

  parser.reset();
  parser.push('data: c\n\n');
  expect(events).toEqual(['c']);
});

test('parses no more of a chunk once what a callback pushes after a reset is too large', () => {
  const events: string[] = [];
  const parser = createEventStreamParser({
    onEvent({ data }) {
      events.push(data);
      parser.reset();
      expect(() => parser.push('data: 01234567890\n\ndata: b\n\n')).toThrow(tooLarge);
    },
    maxEventSize: 10,
  });

  parser.push('data: a\n\ndata: c\n\n');
  parser.push('data: d\n\n');

  expect(events).toEqual(['a']);
});

test('refuses a line in fragments before it ends', () => {
  const { parser } = createParser({ maxEventSize: 1000 });
  parser.push('event: ');
  for (let i = 0; i < 1000; i++) parser.push('x');

  expect(() => parser.push('x')).toThrow(tooLarge);
});

test('accepts or refuses an event however its chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('data: ', 'data:', 'id: ', 'id:', 'event: ', 'event:'),
      fc.integer({ min: 8, max: 12 }),
      fc.integer({ min: 1, max: 20 }),
      (field, length, chunkLength) => {
        const stream = `data: a\n\n${field}${'x'.repeat(length)}\n\n`;
        const { parser } = createParser({ maxEventSize: 10 });
        const push = () => {
          for (let i = 0; i < stream.length; i += chunkLength) parser.push(stream.slice(i, i + chunkLength));
        };
        if (length > 10) expect(push).toThrow(tooLarge);
        else push();
      },
    ),
    { numRuns: 500 },
  );
});

test('never counts lines of unknown fields, whole or in fragments', () => {
  const { parser, events } = createParser({ maxEventSize: 10 });
  const long = 'x'.repeat(1000);

  parser.push(`: ${long}\n:${long}`);
  parser.push(`${long}\n${long}\nother: ${long}\ndatax${long}`);
  parser.push(`${long}\nevents: ${long}`);
  parser.push('\n');
  for (const character of `id\0${long}`) parser.push(character);
  parser.push('\n');
  for (const fragment of ['metadata: ', long, '\n']) parser.push(fragment);
  parser.push('data: a\n\n');

  expect(events).toEqual(['a']);
});

test('counts neither comments nor reconnection times that were reported', () => {
  const { parser, events } = createParser({ maxEventSize: 10, onComment: () => {}, onRetry: () => {} });

  parser.push(`data: a\n${': 01234\nretry: 1000\n'.repeat(100)}\n`);

  expect(events).toEqual(['a']);
});

test('ignores a comment that is too large for its listener, whole or in pieces', () => {
  const comments: string[] = [];
  const { parser, events } = createParser({ maxEventSize: 10, onComment: (comment) => comments.push(comment) });

  parser.push(': 0123456789\n: 01234567890\n');
  for (let i = 0; i < 20_000; i++) parser.push(i === 0 ? ': ' : '01234567');
  parser.push('\ndata: a\n\n');

  expect(comments).toEqual(['0123456789']);
  expect(events).toEqual(['a']);
});

test.each([
  ['a comment without a listener', ': ', {}],
  ['a comment with a listener', ': ', { onComment: () => {} }],
  ['a line of an unknown field', 'other: ', {}],
])('ignores %s that is longer than any string can be', (_what, beginning, options) => {
  const { parser, events } = createParser(options);
  const mebi = 'x'.repeat(1024 * 1024);

  parser.push(beginning);
  for (let i = 0; i < 1100; i++) parser.push(mebi);
  parser.push('\ndata: a\n\n');

  expect(events).toEqual(['a']);
});

test('counts only the last type of a block', () => {
  const { parser, events } = createParser({ maxEventSize: 20 });

  parser.push(`${'event: 01234\n'.repeat(100)}data: a\n\n`);

  expect(events).toEqual(['a']);
});

test('takes 16 Mi characters by default', () => {
  const { parser, events } = createParser({});
  parser.push(`data: ${'x'.repeat(16 * 1024 * 1024)}\n\n`);
  expect(events.map((data) => data.length)).toEqual([16 * 1024 * 1024]);

  expect(() => parser.push(`data: ${'x'.repeat(16 * 1024 * 1024 + 1)}\n\n`)).toThrow(tooLarge);
});
