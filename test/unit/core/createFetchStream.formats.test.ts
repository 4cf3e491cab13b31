import { blocks, concat, createFetchStream, latest, list, reduce, type FetchStreamOptions } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Streams bytes in chunks of each size, and gives how it ended, which is to be the same for all. */
async function stream(bytes: Uint8Array, options: object, headers: Record<string, string> = {}) {
  const results = [];
  for (const chunkSize of [1, 2, 3, 7, 1000]) {
    const mock = createMockStream({ chunkSize, answer: (request) => request.respond({ headers }).bytes(bytes).end() });
    const source = createFetchStream('/x', { fetch: mock.fetch, ...options } as FetchStreamOptions);
    results.push(await source.start());
  }
  const [first, ...others] = results;
  for (const other of others) expect(other).toEqual(first);
  return first!;
}

describe('formats', () => {
  it('reads text, with characters that are split over chunks', async () => {
    const text = 'Grüße 👩‍👩‍👧 日本';
    expect(await stream(bytesOf(text), {})).toEqual({ status: 'done', data: text, error: undefined });
  });

  it('reads bare characters that are labelled as an event stream', async () => {
    const headers = { 'content-type': 'text/event-stream' };
    expect(await stream(bytesOf('Hello\nworld'), {}, headers)).toMatchObject({ status: 'done', data: 'Hello\nworld' });
  });

  it('reads lines, the last one without an ending too', async () => {
    expect(await stream(bytesOf('a\r\n\nü\nb'), { as: 'lines' })).toMatchObject({ data: ['a', '', 'ü', 'b'] });
  });

  it('reads JSON lines, past blank ones', async () => {
    const bytes = bytesOf('{"n":1}\n\n \r\n[2]\n"é"');
    expect(await stream(bytes, { as: 'json-lines' })).toMatchObject({ data: [{ n: 1 }, [2], 'é'] });
  });

  it('reads events', async () => {
    const bytes = bytesOf(': hi\nevent: add\ndata: 1\nid: x\n\ndata: 2\n\ndata: cut');
    expect(await stream(bytes, { as: 'events' })).toMatchObject({ status: 'done', data: ['1', '2'] });
  });

  it('reads bytes', async () => {
    const bytes = Uint8Array.from([0, 255, 195, 40]);
    const { data } = await stream(bytes, {
      as: 'bytes',
      accumulate: reduce((all: number[], chunk: Uint8Array) => [...all, ...chunk], []),
    });
    expect(data).toEqual([0, 255, 195, 40]);
  });

  it('fails at a JSON line that cannot be parsed, with those before it', async () => {
    const end = await stream(bytesOf('{"n":1}\n{oops\n{"n":3}\n'), { as: 'json-lines' });
    expect(end).toMatchObject({ status: 'error', data: [{ n: 1 }], error: { code: 'parse', url: '/x' } });
  });

  it('validates by a Standard Schema', async () => {
    const parse = z.object({ n: z.number() });
    expect(await stream(bytesOf('{"n":1,"x":0}\n'), { as: 'json-lines', parse })).toMatchObject({ data: [{ n: 1 }] });
    const wrong = await stream(bytesOf('{"n":"1"}\n'), { as: 'json-lines', parse });
    expect(wrong.error).toMatchObject({ code: 'parse' });
    expect(wrong.error?.message).toContain('number');
  });

  it('parses each event type by its own parser and leaves out the others', async () => {
    const bytes = bytesOf('data: hi\n\nevent: add\ndata: {"n":1}\n\nevent: other\ndata: {\n\n');
    const { data } = await stream(bytes, { as: 'events', parse: { message: 'text', add: 'json' } });
    expect(data).toEqual([
      { type: 'message', data: 'hi', lastEventId: '' },
      { type: 'add', data: { n: 1 }, lastEventId: '' },
    ]);
  });

  it('picks by `select` and joins what it picks', async () => {
    const bytes = bytesOf('data: {"t":"Hel"}\n\ndata: {}\n\ndata: {"t":"lo"}\n\n');
    const select = (item: unknown) => (item as { t?: string }).t;
    expect(await stream(bytes, { as: 'events', parse: 'json', select, accumulate: concat() })).toMatchObject({
      data: 'Hello',
    });
  });

  it('fails with the code upstream if `fail` returns a value', async () => {
    const bytes = bytesOf('data: {"t":1}\n\nevent: error\ndata: {"m":"busy"}\n\n');
    const fail = (item: unknown, event: { type: string }) => event.type === 'error' && item;
    const end = await stream(bytes, { as: 'events', parse: 'json', fail });
    expect(end).toMatchObject({ status: 'error', data: [{ t: 1 }], error: { code: 'upstream', cause: { m: 'busy' } } });
  });

  it('rejects a web page or a JSON response instead of events', async () => {
    for (const type of ['text/html; charset=utf-8', 'application/json']) {
      const end = await stream(bytesOf('<p>Log in</p>'), { as: 'events' }, { 'content-type': type });
      expect(end).toMatchObject({ status: 'error', error: { code: 'content-type', body: '<p>Log in</p>' } });
    }
  });

  it.each(['text/html', 'application/json'])('reads text of the type %s', async (type) => {
    const end = await stream(bytesOf('{"a":1}'), {}, { 'content-type': type });
    expect(end).toMatchObject({ status: 'done', data: '{"a":1}' });
  });

  it('reads events whose type only mentions JSON', async () => {
    const headers = { 'content-type': 'text/event-stream; data="application/json"' };
    expect(await stream(bytesOf('data: a\n\n'), { as: 'events' }, headers)).toMatchObject({ data: ['a'] });
  });

  it.each([
    ['events', 'text/event-stream'],
    ['lines', '*/*'],
  ] as const)('asks for what it can read, without an event ID: %s', async (as, accept) => {
    const mock = createMockStream({ answer: { body: '' } });
    await createFetchStream('/x', { fetch: mock.fetch, as }).start();
    expect([...mock.requests[0]!.headers]).toEqual([['accept', accept]]);
  });

  it('fails once a line is larger than maxEventSize', async () => {
    const mock = createMockStream({
      answer: (request) => request.text('ok\n').text('x'.repeat(50)).text('x'.repeat(60)),
    });
    const end = await createFetchStream('/x', { fetch: mock.fetch, as: 'lines', maxEventSize: 100 }).start();
    expect(end).toMatchObject({ status: 'error', data: ['ok'], error: { code: 'event-too-large', url: '/x' } });
    expect(mock.requests[0]?.aborted).toBe(true);
  });

  it('ends well without a body', async () => {
    const mock = createMockStream({ answer: { status: 204 } });
    expect(await createFetchStream('/x', { fetch: mock.fetch }).start()).toMatchObject({ status: 'done', data: '' });
  });
});

describe('accumulators', () => {
  const lines = (count: number) => bytesOf(Array.from({ length: count }, (_, i) => `${i}\n`).join(''));

  it('latest keeps the latest item', async () => {
    expect(await stream(lines(3), { as: 'lines', accumulate: latest() })).toMatchObject({ data: '2' });
  });

  it('list keeps the latest items up to its limit', async () => {
    expect(await stream(lines(11), { as: 'lines', accumulate: list({ limit: 3 }) })).toMatchObject({
      data: ['8', '9', '10'],
    });
  });

  it('reduce folds the items', async () => {
    const accumulate = reduce((sum: number, line: string) => sum + Number(line), 10);
    expect(await stream(lines(5), { as: 'lines', accumulate })).toMatchObject({ data: 20 });
  });

  it('blocks gives the text in finished paragraphs and a tail', async () => {
    const { data } = await stream(bytesOf('one\n\ntwo\n\nthree'), { accumulate: blocks() });
    expect(data).toEqual({ text: 'one\n\ntwo\n\nthree', blocks: ['one\n\n', 'two\n\n'], tail: 'three' });
  });
});

describe('progress', () => {
  const headers = (more: Record<string, string>) => ({ 'content-length': '4', ...more });

  it.each([
    [{}, { loaded: 4, total: 4, ratio: 1 }],
    [{ 'content-length': '16' }, { loaded: 4, total: 16, ratio: 0.25 }],
    [{ 'content-encoding': 'gzip' }, { loaded: 4, total: undefined, ratio: undefined }],
    [{ 'content-length': '3' }, { loaded: 4, total: undefined, ratio: undefined }],
    [{ 'content-length': 'x' }, { loaded: 4, total: undefined, ratio: undefined }],
  ])('is measured against Content-Length if that counts the same bytes: %j', async (more, progress) => {
    const mock = createMockStream({
      answer: (request) =>
        request
          .respond({ headers: headers(more) })
          .text('üü')
          .end(),
    });
    const source = createFetchStream('/x', { fetch: mock.fetch });
    await source.start();
    expect(source.getSnapshot().progress).toEqual(progress);
  });

  it('is whole for a body that is empty', async () => {
    const mock = createMockStream({ answer: { headers: { 'content-length': '0' }, body: '' } });
    const source = createFetchStream('/x', { fetch: mock.fetch });
    await source.start();
    expect(source.getSnapshot().progress).toEqual({ loaded: 0, total: 0, ratio: 1 });
  });
});
