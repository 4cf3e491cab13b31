import { readEventStream, readJsonLines, readLines, readText } from 'react-streamed/core';
import { describe, expect, it } from 'vitest';
import { createTestBody } from '../../support/createTestBody.ts';

const readers = { readText, readLines, readJsonLines, readEventStream };

/** A body that never ends, and the reason with which it was cancelled. */
function createOpenBody() {
  let reason: unknown = 'not cancelled';
  const stream = new ReadableStream<Uint8Array>({
    cancel: (given) => {
      reason = given;
    },
  });
  return { stream, reason: () => reason };
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  it('cancels the body and throws the reason if its signal was aborted before', async () => {
    const body = createOpenBody();
    const reason = new Error('The user left.');
    const items = read(body.stream, { signal: AbortSignal.abort(reason) });
    await expect(items[Symbol.asyncIterator]().next()).rejects.toBe(reason);
    expect(body.reason()).toBe(reason);
  });

  it('cancels the body of a response if its signal was aborted before', async () => {
    const body = createOpenBody();
    const items = read(new Response(body.stream), { signal: AbortSignal.abort() });
    await expect(items[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: 'AbortError' });
    expect(body.reason()).toMatchObject({ name: 'AbortError' });
  });

  it('cancels the body if it is left before the first item is asked for', async () => {
    const body = createOpenBody();
    await read(body.stream)[Symbol.asyncIterator]().return?.();
    expect(body.reason()).toBeUndefined();
  });

  it('ends if it is left before the first item of a response without a body', async () => {
    const items = read(new Response(null, { status: 204 }))[Symbol.asyncIterator]();
    expect(await items.return?.()).toEqual({ done: true, value: undefined });
  });

  it('does not fail if it is left while another reader has the body', async () => {
    const body = createTestBody();
    const items = read(body.stream)[Symbol.asyncIterator]();
    const reader = body.stream.getReader();
    expect(await items.return?.()).toEqual({ done: true, value: undefined });
    body.close();
    expect(await reader.read()).toMatchObject({ done: true });
  });
});
