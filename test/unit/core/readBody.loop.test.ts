import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { readEventStream, readJsonLines, readLines, readText } from 'react-streamed/core';
import { createTestBody } from '../../support/createTestBody.ts';

/** Reads to the end or to the failure. */
async function collect<Item>(items: AsyncIterable<Item>): Promise<{ items: Item[]; error: unknown }> {
  const collected: Item[] = [];
  try {
    for await (const item of items) collected.push(item);
    return { items: collected, error: undefined };
  } catch (error) {
    return { items: collected, error };
  }
}

test('reads the events of a response', async () => {
  const response = new Response('id: 1\nevent: x\ndata: a\n\ndata: b\n\ndata: c');

  expect(await collect(readEventStream(response))).toEqual({
    items: [
      { type: 'x', data: 'a', lastEventId: '1' },
      { type: 'message', data: 'b', lastEventId: '1' },
    ],
    error: undefined,
  });
});

test('reads events on from a last event ID', async () => {
  const { items } = await collect(readEventStream(new Response('data: a\n\n'), { lastEventId: '7' }));

  expect(items).toEqual([{ type: 'message', data: 'a', lastEventId: '7' }]);
});

test('reads the text of a stream as it comes, without its BOM and without half characters', async () => {
  const body = createTestBody();
  const text = readText(body.stream)[Symbol.asyncIterator]();

  body.push('\uFEFF');
  body.push('a');
  expect(await text.next()).toEqual({ done: false, value: 'a' });

  body.push(Uint8Array.of(0xe6, 0xb5));
  body.push(Uint8Array.of(0x81, 0x62));
  expect(await text.next()).toEqual({ done: false, value: '流b' });

  body.push(Uint8Array.of(0xe6));
  body.close();
  expect(await text.next()).toEqual({ done: false, value: '\uFFFD' });
  expect(await text.next()).toEqual({ done: true, value: undefined });
});

test('reads the lines of a response', async () => {
  expect(await collect(readLines(new Response('a\r\nb\n\nc')))).toEqual({
    items: ['a', 'b', '', 'c'],
    error: undefined,
  });
});

test('reads the values of JSON lines and leaves blank lines out', async () => {
  const response = new Response('{"a":1}\n\n  \r\n[2]\r\nnull\n"last"');

  expect(await collect(readJsonLines(response))).toEqual({ items: [{ a: 1 }, [2], null, 'last'], error: undefined });
});

test('reads nothing from a response without a body', async () => {
  expect(await collect(readText(new Response(null, { status: 204 })))).toEqual({ items: [], error: undefined });
});

test('delivers each event while the body is open', async () => {
  const body = createTestBody();
  const events = readEventStream(body.stream)[Symbol.asyncIterator]();

  body.push('data: a\n\ndata: b\n\n');
  expect(await events.next()).toMatchObject({ value: { data: 'a' } });
  expect(await events.next()).toMatchObject({ value: { data: 'b' } });

  body.push('data: c\n\n');
  expect(await events.next()).toMatchObject({ value: { data: 'c' } });
});

test('cancels the body and lets it go when the loop is left', async () => {
  const body = createTestBody();
  body.push('data: a\n\ndata: b\n\n');

  for await (const event of readEventStream(body.stream)) {
    expect(event.data).toBe('a');
    break;
  }

  expect(body.isCancelled).toBe(true);
  expect(body.stream.locked).toBe(false);
});

test('cancels the body when the loop throws', async () => {
  const body = createTestBody();
  body.push('a\n');

  const loop = async () => {
    for await (const line of readLines(body.stream)) throw new Error(line);
  };

  await expect(loop()).rejects.toThrow('a');
  expect(body.isCancelled).toBe(true);
});

test('returns at once while it waits for a chunk', async () => {
  const body = createTestBody();
  body.push('a\nb');
  const lines = readLines(body.stream)[Symbol.asyncIterator]();
  expect(await lines.next()).toEqual({ done: false, value: 'a' });

  const waiting = lines.next();
  expect(await lines.return?.()).toEqual({ done: true, value: undefined });

  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(body.isCancelled).toBe(true);
});

test('touches no body before the first item is asked for', () => {
  const body = createTestBody();

  readText(body.stream);

  expect(body.stream.locked).toBe(false);
});

test('throws the reason of an aborted signal and cancels the body with it', async () => {
  const body = createTestBody();
  const controller = new AbortController();
  const reason = new Error('enough');
  const reading = collect(readLines(body.stream, { signal: controller.signal }));
  body.push('a\n');

  controller.abort(reason);

  expect(await reading).toEqual({ items: [], error: reason });
  expect(body.isCancelled).toBe(true);
  expect(body.cancelReason).toBe(reason);
});

test('throws the reason of an aborted signal if the body breaks because of the same signal', async () => {
  const body = createTestBody();
  const controller = new AbortController();
  // As `fetch` does for a request with this signal.
  controller.signal.addEventListener('abort', () => body.fail(new DOMException('Aborted', 'AbortError')));
  const reason = new Error('enough');
  const reading = collect(readLines(body.stream, { signal: controller.signal }));

  controller.abort(reason);

  expect(await reading).toEqual({ items: [], error: reason });
});

test('leaves no listener on the signal when the body has ended', async () => {
  const { signal } = new AbortController();

  await collect(readLines(new Response('a\n'), { signal }));

  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('delivers nothing more of a chunk once the signal is aborted', async () => {
  const controller = new AbortController();
  const lines: string[] = [];
  const loop = async () => {
    for await (const line of readLines(new Response('a\nb\nc\n'), { signal: controller.signal })) {
      lines.push(line);
      controller.abort();
    }
  };

  await expect(loop()).rejects.toMatchObject({ name: 'AbortError' });
  expect(lines).toEqual(['a']);
});

test('reads nothing if the signal is already aborted', async () => {
  const body = createTestBody();

  const { error } = await collect(readText(body.stream, { signal: AbortSignal.abort() }));

  expect(error).toMatchObject({ name: 'AbortError' });
  expect(body.stream.locked).toBe(false);
});

test('throws code network when the body breaks, after delivering the data received before', async () => {
  const body = createTestBody();
  const events = readEventStream(body.stream)[Symbol.asyncIterator]();
  const cause = new TypeError('terminated');
  body.push('data: a\n\ndata: b\n');
  expect(await events.next()).toMatchObject({ value: { data: 'a' } });

  body.fail(cause);

  await expect(events.next()).rejects.toMatchObject({
    name: 'StreamError',
    code: 'network',
    message: expect.stringContaining('The body broke off before its end.'),
    cause,
  });
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test('throws code event-too-large after the events before it, and cancels the body', async () => {
  const body = createTestBody();
  body.push('data: a\n\ndata: 01234567890\n\ndata: b\n\n');

  const { items, error } = await collect(readEventStream(body.stream, { maxEventSize: 10 }));

  expect(items).toMatchObject([{ data: 'a' }]);
  expect(error).toMatchObject({ code: 'event-too-large' });
  expect(body.isCancelled).toBe(true);
});

test('throws code parse for a line that is not JSON, after the values before it', async () => {
  const { items, error } = await collect(readJsonLines(new Response('{"a":1}\n\n{"b":\n{"c":3}\n')));

  expect(items).toEqual([{ a: 1 }]);
  expect(error).toMatchObject({
    code: 'parse',
    message: expect.stringContaining('Line 3'),
    cause: expect.any(SyntaxError),
  });
});

test('throws code parse for a last line that is cut', async () => {
  const { items, error } = await collect(readJsonLines(new Response('1\n{"b":')));

  expect(items).toEqual([1]);
  expect(error).toMatchObject({ code: 'parse' });
});

test('throws code request for a body that is being read', async () => {
  const response = new Response('a');
  response.body?.getReader();

  expect((await collect(readText(response))).error).toMatchObject({
    code: 'request',
    message: expect.stringContaining('The body is already being read, or was read before.'),
  });
});

test('throws code request for a body that was read', async () => {
  const response = new Response('a');
  await response.text();

  expect((await collect(readText(response))).error).toMatchObject({ code: 'request' });
});

test('throws code request for the body of a response that a reader has read and let go', async () => {
  const response = new Response('a');
  const reader = response.body!.getReader();
  while (!(await reader.read()).done);
  reader.releaseLock();

  expect((await collect(readText(response))).error).toMatchObject({ code: 'request' });
});

test('names the url of the response in its errors', async () => {
  const response = new Response('no\n');
  Object.defineProperty(response, 'url', { value: 'https://example.com/lines' });

  expect((await collect(readJsonLines(response))).error).toMatchObject({ url: 'https://example.com/lines' });
});
