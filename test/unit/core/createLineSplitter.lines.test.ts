import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineSplitter } from '../../../src/core/decode/createLineSplitter.ts';
import { splitBytes } from '../../support/splitBytes.ts';

const encoder = new TextEncoder();

function splitAll(chunks: readonly (Uint8Array | string)[], maxEventSize?: number): string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter({ onLine: (line) => lines.push(line), maxEventSize });
  for (const chunk of chunks) splitter.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
  splitter.end();
  return lines;
}

test.each([
  ['ends lines at LF', 'a\nb\n', ['a', 'b']],
  ['ends lines at CRLF', 'a\r\nb\r\n', ['a', 'b']],
  ['keeps a CR that no LF follows', 'a\rb\r\r\nc\r', ['a\rb\r', 'c\r']],
  ['delivers the last line without an ending', 'a\nb', ['a', 'b']],
  ['delivers empty lines', '\n\na\n\r\n', ['', '', 'a', '']],
  ['delivers nothing for an empty body', '', []],
  ['removes a BOM at the start only', '\uFEFFa\n\uFEFFb', ['a', '\uFEFFb']],
  ['delivers nothing for a BOM alone', '\uFEFF', []],
])('%s', (_title, body, expected) => {
  expect(splitAll([body])).toEqual(expected);
});

test('delivers a line when its LF arrives and the last one at the end', () => {
  const lines: string[] = [];
  const splitter = createLineSplitter({ onLine: (line) => lines.push(line) });

  splitter.push(encoder.encode('a\r'));
  expect(lines).toEqual([]);

  splitter.push(encoder.encode('\nb'));
  expect(lines).toEqual(['a']);

  splitter.end();
  expect(lines).toEqual(['a', 'b']);
});

test('gives the same lines for any split of the same bytes', () => {
  const piece = fc.constantFrom('\n', '\r', '\r\n', '\uFEFF', 'a', 'é', '流式', '👩‍🚀', 'long '.repeat(400));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(3000), { maxLength: 20 }), (pieces, cuts) => {
      const bytes = encoder.encode(pieces.join(''));
      expect(splitAll(splitBytes(bytes, cuts))).toEqual(splitAll([bytes]));
    }),
    { numRuns: 500 },
  );
});

test('decodes a character that the end cuts as U+FFFD', () => {
  expect(splitAll([Uint8Array.of(0x61, 0xe6, 0xb5)])).toEqual(['a\uFFFD']);
});

test('takes a line of exactly maxEventSize, whatever its ending', () => {
  expect(splitAll(['0123\n0123\r\n0123'], 4)).toEqual(['0123', '0123', '0123']);
  expect(splitAll(['01', '23', '\r', '\n01', '23'], 4)).toEqual(['0123', '0123']);
});

test.each([['01234\n'], ['01234\r\n'], ['01234'], ['012345']])('refuses a line that is too large: %j', (body) => {
  expect(() => splitAll([body], 4)).toThrow(expect.objectContaining({ code: 'event-too-large' }));
});

test('names the limit in its error', () => {
  expect(() => splitAll(['01234'], 4)).toThrow('A line exceeds 4 characters.');
});

test('refuses a line in fragments before it ends', () => {
  const splitter = createLineSplitter({ onLine: () => {}, maxEventSize: 4 });
  splitter.push(encoder.encode('0123'));

  expect(() => splitter.push(encoder.encode('45'))).toThrow(expect.objectContaining({ code: 'event-too-large' }));
});

test('delivers the lines before the one that is too large', () => {
  const lines: string[] = [];
  const splitter = createLineSplitter({ onLine: (line) => lines.push(line), maxEventSize: 4 });

  expect(() => splitter.push(encoder.encode('a\nb\n01234\nc\n'))).toThrow();

  expect(lines).toEqual(['a', 'b']);
});
