import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventStreamParser } from 'react-streamed/core';
import { parseAll } from '../../support/parseAll.ts';
import { splitBytes } from '../../support/splitBytes.ts';

const encoder = new TextEncoder();

/** Pieces that meet every branch of the parser, invalid UTF-8 and halves of characters among them. */
const endings = ['\n', '\r', '\r\n', '\n\n', '\r\n\r\n'];
const fields = [
  'data: ',
  'data:',
  'data',
  'dat',
  'event: ',
  'event',
  'id: ',
  'id',
  'retry: ',
  'retry',
  'other: ',
  ': ',
  ':',
];
const values = ['\uFEFF', '\0', ' ', '1000', 'a', 'é', '流式', '👩‍🚀', 'long '.repeat(400)];
const brokenBytes = [[0xff], [0xc3], [0xa9], [0xe6, 0xb5], [0xef, 0xbb], [0xf0, 0x9f, 0x91], [0xed, 0xa0, 0x80]];
const piece = fc.oneof(
  fc.constantFrom(...endings, ...fields, ...values).map((text) => [...encoder.encode(text)]),
  fc.constantFrom(...brokenBytes),
);

const stream = fc.array(piece, { maxLength: 60 }).map((pieces) => Uint8Array.from(pieces.flat()));
const places = fc.array(fc.nat(4000), { maxLength: 30 });

test('gives the same for any split of the same bytes', () => {
  fc.assert(
    fc.property(stream, places, (bytes, cuts) => {
      expect(parseAll(splitBytes(bytes, cuts))).toEqual(parseAll([bytes]));
    }),
    { numRuns: 1000 },
  );
});

test('gives the same events for any split if nobody listens to comments, IDs and reconnection times', () => {
  const parseEvents = (chunks: Iterable<Uint8Array>) => {
    const events: unknown[] = [];
    const parser = createEventStreamParser({ onEvent: (event) => events.push(event) });
    for (const chunk of chunks) parser.push(chunk);
    return { events, lastEventId: parser.lastEventId };
  };
  fc.assert(
    fc.property(stream, places, (bytes, cuts) => {
      const { events, lastEventId } = parseAll([bytes]);
      expect(parseEvents(splitBytes(bytes, cuts))).toEqual({ events, lastEventId });
    }),
    { numRuns: 300 },
  );
});

test('gives the same for single bytes', () => {
  fc.assert(
    fc.property(stream, (bytes) => {
      expect(parseAll(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(parseAll([bytes]));
    }),
    { numRuns: 200 },
  );
});

test('gives the same for bytes as for the text that they decode to', () => {
  fc.assert(
    fc.property(stream, places, (bytes, cuts) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(parseAll(splitBytes(bytes, cuts))).toEqual(parseAll([text]));
    }),
    { numRuns: 300 },
  );
});

test('gives the same for any split of the same text', () => {
  fc.assert(
    fc.property(stream, places, (bytes, cuts) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const ends = [...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length];
      expect(parseAll(ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end)))).toEqual(parseAll([text]));
    }),
    { numRuns: 300 },
  );
});

test('dispatches an event at the CR of its blank line, before a line feed can follow', () => {
  const data: string[] = [];
  const parser = createEventStreamParser({ onEvent: (event) => data.push(event.data) });

  parser.push('data: a\r\n\r');
  expect(data).toEqual(['a']);

  parser.push('\ndata: b\r\r');
  expect(data).toEqual(['a', 'b']);

  parser.push('\n\ndata: c\n\n');
  expect(data).toEqual(['a', 'b', 'c']);
});

test('swallows the line feed after a CR over empty chunks', () => {
  expect(parseAll(['data: a\r', '', new Uint8Array(), '\ndata: b\n\n']).events).toMatchObject([{ data: 'a\nb' }]);
});

test.each([[['data: a\r', 'data: b', '\n\n']], [['da', 'ta: a\r', 'data: b', '\n\n']]])(
  'swallows no line feed that ends the line after a CR: %j',
  (chunks) => {
    expect(parseAll(chunks).events).toMatchObject([{ data: 'a\nb' }]);
  },
);

test('ignores empty chunks inside a line', () => {
  expect(parseAll([encoder.encode('data: a'), new Uint8Array(), '', encoder.encode('b\n\n')]).events).toMatchObject([
    { data: 'ab' },
  ]);
});

test('tells a field from a comment if a chunk ends after a colon in its value', () => {
  const events: unknown[] = [];
  const parser = createEventStreamParser({ onEvent: (event) => events.push(event) });

  for (const chunk of ['event: a:', 'b\ndata: c:', 'd\n\n']) parser.push(chunk);

  expect(events).toEqual([{ type: 'a:b', data: 'c:d', lastEventId: '' }]);
});

test('reports a comment that is split over chunks', () => {
  expect(parseAll([': almost', ' whole', '\n']).comments).toEqual(['almost whole']);
});

test('removes a BOM that is split over chunks', () => {
  const bytes = encoder.encode('\uFEFFdata: a\n\n');

  expect(parseAll(splitBytes(bytes, [1, 2])).events).toMatchObject([{ data: 'a' }]);
});

test('removes a decoded BOM that comes as a separate chunk', () => {
  expect(parseAll(['', '\uFEFF', 'data: a\n\n']).events).toMatchObject([{ data: 'a' }]);
});

test('removes no second BOM from a later chunk', () => {
  expect(parseAll(['\uFEFF', '\uFEFFdata: a\n\n']).events).toEqual([]);
  expect(parseAll([encoder.encode('\uFEFF\n'), encoder.encode('\uFEFFdata: a\n\n')]).events).toEqual([]);
});

test('removes one BOM of two, however the bytes are cut', () => {
  const bytes = encoder.encode('\uFEFF\uFEFFdata: a\n\ndata: b\n\n');

  expect(parseAll([bytes]).events).toMatchObject([{ data: 'b' }]);
  expect(parseAll(Array.from(bytes, (byte) => Uint8Array.of(byte))).events).toMatchObject([{ data: 'b' }]);
});

test('decodes a character that is split over chunks', () => {
  const bytes = encoder.encode('data: 👩‍🚀流é\n\n');

  expect(parseAll(Array.from(bytes, (byte) => Uint8Array.of(byte))).events).toMatchObject([{ data: '👩‍🚀流é' }]);
});

test('decodes invalid bytes as U+FFFD', () => {
  const bytes = Uint8Array.from([...encoder.encode('data: a'), 0xff, 0xe6, 0xb5, ...encoder.encode('b\n\n')]);

  expect(parseAll([bytes]).events).toMatchObject([{ data: 'a\uFFFD\uFFFDb' }]);
});

test('decodes long chunks of other scripts between short ones', () => {
  const text = '流式响应'.repeat(1000);
  const chunks = ['data: é\n', `data: ${text}\n`, `data: ${text}`, '\n', 'data: a\n\n'].map((chunk) =>
    encoder.encode(chunk),
  );

  expect(parseAll(chunks).events).toMatchObject([{ data: `é\n${text}\n${text}\na` }]);
});

test('keeps a line whole that comes in many fragments', () => {
  const fragments = Array.from({ length: 70_000 }, (_, i) => String.fromCharCode(97 + (i % 26)));

  expect(parseAll(['data: ', ...fragments, '\n\n']).events).toMatchObject([{ data: fragments.join('') }]);
});
