import * as fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { createFetchStream, type FetchStreamOptions } from 'react-streamed/core';
import {
  aiSdk,
  anthropic,
  gemini,
  ollama,
  openAiChat,
  openAiCompatible,
  openAiResponses,
} from 'react-streamed/providers';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

const eventEnd = /(?<=\r?\n\r?\n)/;
const lineEnd = /(?<=\n)/;
const done = /^data: \[DONE\]/m;

/** A capture, its preset, and the events or lines that complete an answer. */
interface Case {
  readonly capture: string;
  readonly preset: { readonly as: 'events' | 'json-lines' };
  readonly mark: RegExp;
}

const cases: readonly Case[] = [
  { capture: 'openAiChat', preset: openAiChat, mark: /"index":0,"delta":\{\}.*"finish_reason":"stop"/ },
  { capture: 'azure', preset: openAiCompatible, mark: /"finish_reason":"stop"/ },
  { capture: 'groq', preset: openAiCompatible, mark: /"finish_reason":"stop"/ },
  { capture: 'mistral', preset: openAiCompatible, mark: /"finish_reason":"stop"/ },
  { capture: 'deepSeek', preset: openAiCompatible, mark: /"finish_reason":"stop"/ },
  { capture: 'vllm', preset: openAiCompatible, mark: /"finish_reason":"stop"/ },
  { capture: 'llamaCpp', preset: openAiCompatible, mark: /"finish_reason":"stop"/ },
  { capture: 'openAiResponses', preset: openAiResponses, mark: /"type":"response\.completed"/ },
  { capture: 'anthropic', preset: anthropic, mark: /"type":"message_stop"/ },
  { capture: 'anthropic.relay', preset: anthropic, mark: /"type":"message_stop"/ },
  { capture: 'gemini', preset: gemini, mark: /"finishReason":"STOP"/ },
  { capture: 'aiSdk', preset: aiSdk, mark: /"type":"finish"/ },
  { capture: 'ollamaChat', preset: ollama, mark: /"done":true/ },
  { capture: 'ollamaGenerate', preset: ollama, mark: /"done":true/ },
];

/** An event that starts another message, after which the answer is incomplete again. */
const messageStart = /"type":"message_start"/;

const readCapture = (name: string) => readFile(new URL(`../../support/captures/${name}.txt`, import.meta.url));

/** Streams a response that ends normally after `body`. */
function stream(body: string | Uint8Array, options: object) {
  const mock = createMockStream({ answer: { body } });
  return createFetchStream('/chat', { fetch: mock.fetch, ...options } as FetchStreamOptions).start();
}

describe.each(cases)('the capture $capture', ({ capture, preset, mark }) => {
  it('is incomplete if it ends before the end mark, and keeps its text', async () => {
    const text = (await readCapture(capture)).toString();
    const pieces = text.split(preset.as === 'events' ? eventEnd : lineEnd);
    let isComplete = false;

    for (let count = 0; count <= pieces.length; count += 1) {
      const piece = pieces[count - 1] ?? '';
      if (messageStart.test(piece)) isComplete = false;
      if (mark.test(piece) || done.test(piece)) isComplete = true;

      const body = pieces.slice(0, count).join('');
      const { data } = await stream(body, { ...preset, requireUntil: false });
      const end = isComplete
        ? { status: 'done', data, error: undefined }
        : { status: 'error', data, error: { code: 'incomplete' } };
      expect(await stream(body, preset), `after ${count} of ${pieces.length}`).toMatchObject(end);
    }
    expect(isComplete).toBe(true);
  });
});

describe.each(cases.filter(({ capture }) => capture !== 'anthropic.relay'))('the capture $capture', (its) => {
  it('never looks complete if it is cut at any byte before the end mark', async () => {
    const bytes = await readCapture(its.capture);
    const text = bytes.toString();
    const pieces = text.split(its.preset.as === 'events' ? eventEnd : lineEnd);
    const marked = pieces.findIndex((piece) => its.mark.test(piece));
    const before = Buffer.byteLength(pieces.slice(0, marked).join(''));
    const whole = await stream(bytes, its.preset);
    expect(whole).toMatchObject({ status: 'done' });

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: before }), async (length) => {
        const { status, data } = await stream(bytes.subarray(0, length), its.preset);
        expect(status).toBe('error');
        expect((whole.data as string).startsWith(data as string)).toBe(true);
      }),
    );
  });
});

it('a preset without the check ends when the response ends', async () => {
  const body = 'data: {"choices":[{"index":0,"delta":{"content":"text"}}]}\n\n';
  expect(await stream(body, { ...openAiChat, requireUntil: false })).toEqual({
    status: 'done',
    data: 'text',
    error: undefined,
  });
});

it.each([
  ['an empty response', openAiChat, ''],
  ['a response of comments', anthropic, ': hi\n\n: hi\n\n'],
  ['a response of the wrong format', openAiChat, 'event: message_stop\ndata: {"type":"message_stop"}\n\n'],
  ['an empty response of lines', ollama, ''],
])('%s is incomplete', async (_, preset, body) => {
  expect(await stream(body, preset)).toMatchObject({ status: 'error', data: '', error: { code: 'incomplete' } });
});

it('a provider’s error is told before the missing end mark', async () => {
  const body = await readCapture('anthropic.error');
  expect(await stream(body, anthropic)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause: { type: 'overloaded_error' } },
  });
});

it('a broken connection is not called incomplete', async () => {
  const mock = createMockStream({ answer: (request) => request.event({ data: { type: 'message_start' } }).drop() });
  const source = createFetchStream('/chat', { fetch: mock.fetch, ...anthropic });
  expect(await source.start()).toMatchObject({ status: 'error', error: { code: 'network' } });
});

it('a stream that is stopped before the end mark is stopped', async () => {
  const mock = createMockStream({ answer: (request) => request.event({ data: { type: 'message_start' } }) });
  const source = createFetchStream('/chat', { fetch: mock.fetch, ...anthropic, onItem: () => source.stop() });
  expect(await source.start()).toMatchObject({ status: 'stopped', error: undefined });
});
