import { afterEach, expect, test, vi } from 'vitest';
import { createEventStreamParser, type EventStreamParser } from 'react-streamed/core';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A parser that notes each event as `id type data` and then calls `react`. */
function createNoting(react: (parser: EventStreamParser, data: string) => void = () => {}, lastEventId?: string) {
  const notes: string[] = [];
  const parser: EventStreamParser = createEventStreamParser({
    onEvent({ type, data, lastEventId }) {
      notes.push(`${lastEventId} ${type} ${data}`);
      react(parser, data);
    },
    lastEventId,
  });
  return { parser, notes };
}

function failWith(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}

test('starts from the initial last event ID', () => {
  const { parser, notes } = createNoting(undefined, '7');
  expect(parser.lastEventId).toBe('7');

  parser.push('data: a\n\n');

  expect(notes).toEqual(['7 message a']);
});

test('commits an id at the blank line, of a block without data too', () => {
  const { parser } = createNoting();

  parser.push('id: 1\n');
  expect(parser.lastEventId).toBe('');

  parser.push('\n');
  expect(parser.lastEventId).toBe('1');

  parser.push('id\n\n');
  expect(parser.lastEventId).toBe('');
});

test('has committed the id when its event is delivered', () => {
  const ids: string[] = [];
  const { parser } = createNoting((parser) => ids.push(parser.lastEventId));

  parser.push('id: 1\ndata: a\n\ndata: b\nid: 2\n\n');

  expect(ids).toEqual(['1', '2']);
});

test('reports each last event ID that differs from the one before', () => {
  const ids: string[] = [];
  const parser = createEventStreamParser({ onEvent: () => {}, onLastEventId: (id) => ids.push(id), lastEventId: '1' });

  parser.push('id: 1\n\nid: 2\n\nid: 2\ndata: a\n\nid\n\n');

  expect(ids).toEqual(['2', '']);
});

test('discards the unfinished event and its id at the end of the stream', () => {
  const { parser, notes } = createNoting();
  parser.push('id: 1\ndata: a\n\nid: 2\nevent: x\ndata: b\ndata: c');

  parser.end();
  expect(parser.lastEventId).toBe('1');

  parser.push('data: d\n\n');
  expect(notes).toEqual(['1 message a', '1 message d']);
});

test('begins another stream after the end: a BOM is removed and no half character is left over', () => {
  const { parser, notes } = createNoting();
  parser.push(Uint8Array.from([...new TextEncoder().encode('data: a\n\ndata: '), 0xe6, 0xb5]));

  parser.end();
  parser.push(new TextEncoder().encode('\uFEFFdata: b\n\n'));

  expect(notes).toEqual([' message a', ' message b']);
});

test('removes the BOM of another stream whose first line comes in fragments', () => {
  const { parser, notes } = createNoting();
  parser.push('data: a');

  parser.end();
  parser.push('\uFEFFda');
  parser.push('ta: b\n\n');

  expect(notes).toEqual([' message b']);
});

test('swallows no line feed after the end of a stream that ended with CR', () => {
  const { parser, notes } = createNoting();
  parser.push('data: a\r');

  parser.end();
  parser.push('\ndata: b\n\n');

  expect(notes).toEqual([' message b']);
});

test('starts again when it is reset, with the initial last event ID', () => {
  const { parser, notes } = createNoting(undefined, '7');
  parser.push('id: 8\ndata: a\n\nid: 9\nevent: x\ndata: b\nda');

  parser.reset();
  expect(parser.lastEventId).toBe('7');

  parser.push('ta: c\ndata: d\n\n');
  expect(notes).toEqual(['8 message a', '7 message d']);
});

test('discards the rest of the chunk when a callback resets it', () => {
  const { parser, notes } = createNoting((parser) => parser.reset());

  parser.push('id: 1\ndata: a\n\nid: 2\ndata: b\n\ndata: c');
  parser.push('data: d\n\n');

  expect(notes).toEqual(['1 message a', ' message d']);
});

test('discards the rest of the chunk when a callback ends the stream', () => {
  const { parser, notes } = createNoting((parser) => parser.end());

  parser.push('id: 1\ndata: a\n\nid: 2\ndata: b\n\ndata: c');
  parser.push('data: d\n\n');

  expect(notes).toEqual(['1 message a', '1 message d']);
});

test('discards the rest of the chunk when a comment or a reconnection time resets it', () => {
  const data: string[] = [];
  const reset = () => parser.reset();
  const parser = createEventStreamParser({
    onEvent: (event) => data.push(event.data),
    onComment: reset,
    onRetry: reset,
  });

  parser.push('data: a\n: x\n\ndata: b\n\n');
  parser.push('data: c\nretry: 1\n\ndata: d\n\n');
  parser.push('data: e\n\n');

  expect(data).toEqual(['e']);
});

test('parses what a callback pushes after the chunk that is being parsed', () => {
  const { parser, notes } = createNoting((parser, data) => {
    if (data === 'a') parser.push('ta: c\n\n');
  });

  parser.push('data: a\n\ndata: b\n\nda');

  expect(notes).toEqual([' message a', ' message b', ' message c']);
});

test('parses what a callback pushes after it resets the parser', () => {
  const { parser, notes } = createNoting((parser, data) => {
    if (data !== 'a') return;
    parser.push('data: dropped\n\n');
    parser.reset();
    parser.push('\uFEFFdata: c\n\n');
  });

  parser.push('id: 1\ndata: a\n\ndata: b\n\n');

  expect(notes).toEqual(['1 message a', ' message c']);
});

test('reports what a callback throws and continues', () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const data: string[] = [];
  const parser = createEventStreamParser({
    onEvent(event) {
      data.push(event.data);
      throw new Error(event.data);
    },
    onComment: failWith('comment'),
    onRetry: failWith('retry'),
  });

  parser.push('data: a\n\n: x\nretry: 1\ndata: b\n\n');

  expect(data).toEqual(['a', 'b']);
  expect(reportError.mock.calls.map(([error]) => (error as Error).message)).toEqual(['a', 'comment', 'retry', 'b']);
});

test('logs what a listener throws to the console if nothing else reports errors, and delivers every event', () => {
  vi.stubGlobal('reportError', undefined);
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { parser, notes } = createNoting(() => {
    throw new Error('no');
  });

  parser.push('data: a\n\ndata: b\n\n');

  expect(notes).toEqual([' message a', ' message b']);
  expect(consoleError).toHaveBeenCalledTimes(2);
});

test('delivers nothing of a block whose ID ended the stream in its callback', () => {
  const events: unknown[] = [];
  const parser = createEventStreamParser({
    onEvent: (event) => events.push(event),
    onLastEventId: () => parser.end(),
  });

  parser.push('id: 1\nevent: x\ndata: a\n\ndata: b\n\n');
  parser.push('data: c\n\n');

  expect(events).toEqual([{ type: 'message', data: 'c', lastEventId: '1' }]);
});
