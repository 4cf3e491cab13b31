import { expect, test } from 'vitest';
import { parseAll } from '../../support/parseAll.ts';

type Expected = readonly [data: string, type?: string, lastEventId?: string];

/** What each stream does, the stream, and its events. */
const cases: readonly (readonly [title: string, stream: string, events: readonly Expected[]])[] = [
  // Events and blank lines
  ['dispatches one event at a blank line', 'data: a\n\n', [['a']]],
  ['dispatches each of two events', 'data: a\n\ndata: b\n\n', [['a'], ['b']]],
  ['dispatches nothing for an empty stream', '', []],
  ['dispatches nothing for blank lines alone', '\n\n\n\n', []],
  ['discards an event without its blank line', 'data: a\n\ndata: b\n', [['a']]],
  ['discards a line without its ending', 'data: a\n\ndata: b', [['a']]],
  ['dispatches nothing for a block without data', 'event: x\nid: 1\n\n', []],
  ['forgets the type of a block without data', 'event: x\n\ndata: a\n\n', [['a', 'message']]],

  // Data
  ['joins data lines by a line feed', 'data: a\ndata: b\ndata: c\n\n', [['a\nb\nc']]],
  ['dispatches empty data of a data line without a value', 'data:\n\n', [['']]],
  ['dispatches empty data of a data field without a colon', 'data\n\n', [['']]],
  ['keeps empty data lines', 'data\ndata\n\n', [['\n']]],
  ['keeps an empty line in the middle and at the end', 'data: a\ndata:\ndata\n\n', [['a\n\n']]],
  ['keeps an empty first line', 'data:\ndata: b\n\n', [['\nb']]],
  ['keeps NULs in data', 'data: a\0b\n\n', [['a\0b']]],
  ['keeps colons in data', 'data: a: b:c\n\n', [['a: b:c']]],
  ['keeps line and paragraph separators in data', 'data: a\u2028b\u2029c\u0085d\n\n', [['a\u2028b\u2029c\u0085d']]],
  ['keeps characters beyond the basic plane', 'data: 𝒳👩‍🚀\n\n', [['𝒳👩‍🚀']]],
  ['does not split data at form feeds and tabs', 'data: a\fb\vc\td\n\n', [['a\fb\vc\td']]],

  // Spaces
  ['removes one space after the colon', 'data:  a\n\n', [[' a']]],
  ['needs no space after the colon', 'data:a\n\n', [['a']]],
  ['removes no tab after the colon', 'data:\ta\n\n', [['\ta']]],
  ['removes no no-break space after the colon', 'data:\u00a0a\n\n', [['\u00a0a']]],
  ['keeps spaces at the end of data', 'data: a  \n\n', [['a  ']]],
  ['takes a single space as empty data', 'data: \n\n', [['']]],
  ['ends no event at a line of one space', 'data: a\n \ndata: b\n\n', [['a\nb']]],

  // Line endings
  ['ends lines at CRLF', 'data: a\r\ndata: b\r\n\r\n', [['a\nb']]],
  ['ends lines at CR', 'data: a\rdata: b\r\r', [['a\nb']]],
  ['ends lines at any mix of endings', 'data: a\rdata: b\ndata: c\r\n\rdata: d\n\r', [['a\nb\nc'], ['d']]],
  ['takes LF CR as two endings', 'data: a\n\rdata: b\n\n', [['a'], ['b']]],
  ['takes CR CR LF as two endings', 'data: a\r\r\ndata: b\n\n', [['a'], ['b']]],
  ['dispatches at the CR of a blank line that ends the stream', 'data: a\n\r', [['a']]],

  // Byte order marks
  ['removes a BOM at the start', '\uFEFFdata: a\n\n', [['a']]],
  ['removes one BOM only', '\uFEFF\uFEFFdata: a\n\ndata: b\n\n', [['b']]],
  ['ignores a field that a later BOM hides', 'data: a\n\n\uFEFFdata: b\n\n', [['a']]],
  ['takes the line ending right after a BOM', '\uFEFF\ndata: a\n\n', [['a']]],
  ['keeps a BOM in data', 'data: \uFEFFa\n\n', [['\uFEFFa']]],

  // Field names
  ['ignores unknown fields', 'other: x\ndata: a\nfoo\n\n', [['a']]],
  ['ignores names that differ in case', 'DATA: x\nData: x\ndata: a\nEVENT: x\nID: x\n\n', [['a']]],
  ['ignores names with a space before the colon', 'data : x\ndata: a\nevent : x\n\n', [['a']]],
  ['ignores names with a space before them', ' data: x\ndata: a\n\n', [['a']]],
  ['ignores names that begin like a known one', 'dataa: x\neventt: x\nids: x\nretryy: 1\ndata: a\n\n', [['a']]],
  ['ignores names that a known one begins like', 'dat: x\neven: x\ni: x\nd\ne\nr\ndata: a\n\n', [['a']]],
  ['ignores names that end like a known one', 'beta: x\ncount: x\ndata: a\n\n', [['a']]],
  ['ignores names like a known one without a colon', 'datax\nidx\neventx\ndata: a\n\n', [['a']]],
  ['ignores names with a NUL', 'da\0ta: x\ndata\0: x\ndata: a\n\n', [['a']]],

  // Comments
  ['ignores comments', ': x\ndata: a\n:y\n:\n\n', [['a']]],
  ['takes a colon and a field name as a comment', ':data: x\ndata: a\n\n', [['a']]],
  ['ignores a very long comment', `:${'x'.repeat(100_000)}\ndata: a\n\n`, [['a']]],

  // Event types
  ['names the type of an event', 'event: x\ndata: a\n\n', [['a', 'x']]],
  ['names the type after the data', 'data: a\nevent: x\n\n', [['a', 'x']]],
  ['takes the last type of a block', 'event: x\nevent: y\ndata: a\n\n', [['a', 'y']]],
  ['takes an empty type as message', 'event: x\nevent:\ndata: a\n\n', [['a', 'message']]],
  ['takes a type field without a colon as message', 'event\ndata: a\n\n', [['a', 'message']]],
  ['resets the type by a type field without a colon', 'event: x\nevent\ndata: a\n\n', [['a', 'message']]],
  [
    'forgets the type after the event',
    'event: x\ndata: a\n\ndata: b\n\n',
    [
      ['a', 'x'],
      ['b', 'message'],
    ],
  ],
  ['keeps spaces, colons and other scripts in a type', 'event:  a: é流 \ndata: a\n\n', [['a', ' a: é流 ']]],
  ['takes a type that an object inherits', 'event: __proto__\ndata: a\n\n', [['a', '__proto__']]],

  // Last event IDs
  ['sets the last event ID', 'id: 1\ndata: a\n\n', [['a', 'message', '1']]],
  ['sets the last event ID after the data', 'data: a\nid: 1\n\n', [['a', 'message', '1']]],
  [
    'keeps it over events without one',
    'id: 1\ndata: a\n\ndata: b\n\n',
    [
      ['a', 'message', '1'],
      ['b', 'message', '1'],
    ],
  ],
  ['takes the last of a block', 'id: 1\nid: 2\ndata: a\n\n', [['a', 'message', '2']]],
  ['resets it by an empty one', 'id: 1\ndata: a\n\nid:\ndata: b\n\n', [['a', 'message', '1'], ['b']]],
  ['resets it by one without a colon', 'id: 1\ndata: a\n\nid\ndata: b\n\n', [['a', 'message', '1'], ['b']]],
  ['sets it by a block without data', 'id: 1\n\ndata: a\n\n', [['a', 'message', '1']]],
  ['ignores one with a NUL', 'id: 1\nid: 2\0\nid: \0\ndata: a\n\n', [['a', 'message', '1']]],
  ['keeps spaces and other scripts in it', 'id:  é流 \ndata: a\n\n', [['a', 'message', ' é流 ']]],

  // Reconnection times
  ['continues after a reconnection time', 'retry: 1000\ndata: a\n\n', [['a']]],
];

test.each(cases)('%s', (_title, stream, expected) => {
  const { events } = parseAll([stream]);

  expect(events).toEqual(expected.map(([data, type = 'message', lastEventId = '']) => ({ type, data, lastEventId })));
});

test('is shown by at least 56 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(56);
});

const reconnectionTimes: readonly (readonly [field: string, times: readonly number[]])[] = [
  ['retry: 1000', [1000]],
  ['retry:0', [0]],
  ['retry: 0010', [10]],
  ['retry: 99999999999', [99_999_999_999]],
  ['retry', []],
  ['retry:', []],
  ['retry:  1000', []],
  ['retry: 1000 ', []],
  ['retry: -1000', []],
  ['retry: +1000', []],
  ['retry: 1e3', []],
  ['retry: 10.5', []],
  ['retry: 0x10', []],
  ['retry: 1000ms', []],
  ['retry: ١٠٠٠', []],
  ['retry: 1\0', []],
];

test.each(reconnectionTimes)('takes only ASCII digits as a reconnection time: %j', (field, expected) => {
  const { times } = parseAll([`${field}\n`]);

  expect(times).toEqual(expected);
});

test('reports comments without their colon and one space', () => {
  const { comments } = parseAll([': a\n:b\n:  c\n:\ndata: d\n\n']);

  expect(comments).toEqual(['a', 'b', ' c', '']);
});
