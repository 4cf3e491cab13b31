import { readUIMessageStream, simulateReadableStream, stepCountIs, streamText, tool, type UIMessageChunk } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { createFetchStream, readEventStream } from 'react-streamed/core';
import { isComplete, json } from 'react-streamed/json';
import { aiSdk, aiSdkParts, parts, type AnswerParts, type Part } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { z } from 'zod';

const count = (total: number) => ({ total, noCache: total, cacheRead: 0, cacheWrite: 0, text: total, reasoning: 0 });
const finish = (unified: string) => ({
  type: 'finish',
  finishReason: { unified, raw: unified },
  usage: { inputTokens: count(10), outputTokens: count(20) },
});
const pieces = (type: string, id: string, deltas: readonly string[]): object[] => [
  { type: `${type}-start`, id },
  ...deltas.map((delta) => ({ type: `${type}-delta`, id, delta })),
  { type: `${type}-end`, id },
];
const call = (id: string, deltas: readonly string[]): object[] => [
  { type: 'tool-input-start', id, toolName: 'weather' },
  ...deltas.map((delta) => ({ type: 'tool-input-delta', id, delta })),
  { type: 'tool-input-end', id },
  { type: 'tool-call', toolCallId: id, toolName: 'weather', input: deltas.join('') },
];

/** The two steps of an answer: the model calls tools, and then writes. */
const steps: readonly (readonly object[])[] = [
  [
    { type: 'stream-start', warnings: [] },
    ...pieces('reasoning', '0', ['Two cities, ', 'two calls 🧭.']),
    ...pieces('text', '0', ['I will look ', 'up both.']),
    ...call('call_a', ['{ "city": ', '"Paris" }']),
    ...call('call_b', ['{"city":"Li', 'ma","days":[1,', '2]}']),
    finish('tool-calls'),
  ],
  [
    { type: 'stream-start', warnings: [] },
    { type: 'source', sourceType: 'url', id: 's1', url: 'https://weather.example/', title: 'Weather' },
    ...pieces('text', '0', ['Paris is sunny, ', 'Lima is foggy.']),
    finish('stop'),
  ],
];

/** Answers as a route of the AI SDK does. */
function answer(): Response {
  let step = 0;
  const result = streamText({
    model: new MockLanguageModelV4({
      doStream: async () => ({
        stream: simulateReadableStream({
          chunks: steps[step++] as never[],
          initialDelayInMs: null,
          chunkDelayInMs: null,
        }),
      }),
    }),
    prompt: 'How is the weather in Paris and Lima?',
    tools: {
      weather: tool({
        // The SDK completes the input.
        inputSchema: z.object({ city: z.string(), days: z.array(z.number()).default([0]) }),
        execute: async () => ({ sky: 'sunny' }),
      }),
    },
    stopWhen: stepCountIs(2),
  });
  return result.toUIMessageStreamResponse({
    sendReasoning: true,
    sendSources: true,
    messageMetadata: ({ part }) => (part.type === 'finish' ? { totalUsage: part.totalUsage } : undefined),
  });
}

const read = (options: object) =>
  createFetchStream('/chat', { fetch: async () => answer(), body: {}, ...options } as object).start();

const expected: readonly Part[] = [
  { type: 'reasoning', text: 'Two cities, two calls 🧭.', isOpen: false },
  { type: 'text', text: 'I will look up both.', isOpen: false },
  {
    type: 'tool',
    id: 'call_a',
    name: 'weather',
    inputText: '{ "city": "Paris" }',
    input: { city: 'Paris', days: [0] },
    isOpen: false,
  },
  {
    type: 'tool',
    id: 'call_b',
    name: 'weather',
    inputText: '{"city":"Lima","days":[1,2]}',
    input: { city: 'Lima', days: [1, 2] },
    isOpen: false,
  },
  { type: 'source', url: 'https://weather.example/', title: 'Weather' },
  { type: 'text', text: 'Paris is sunny, Lima is foggy.', isOpen: false },
];

it('reads what toUIMessageStreamResponse of the AI SDK sends', async () => {
  expect(await read(aiSdkParts)).toEqual({
    status: 'done',
    data: { parts: expected, usage: { inputTokens: 20, outputTokens: 40 }, finishReason: 'stop' },
    error: undefined,
  });
});

it('has the text of the preset of text', async () => {
  expect(await read(aiSdk)).toMatchObject({
    status: 'done',
    data: 'I will look up both.Paris is sunny, Lima is foggy.',
  });
});

it('keeps the identity of an input that grew, and takes the one that the SDK has completed', async () => {
  const shown = new Map<string, unknown>();
  const accumulate = parts({ input: json });
  const watching = {
    ...accumulate,
    snapshot: (state: unknown) => {
      const data = accumulate.snapshot(state as never);
      for (const part of data.parts) {
        if (part.type === 'tool' && part.isOpen && isComplete(part.input)) shown.set(part.id, part.input);
      }
      return data;
    },
  };
  const { data } = await read({ ...aiSdkParts, accumulate: watching, throttle: 'none' });
  expect((data as unknown as AnswerParts).parts).toEqual(expected);
  const [first, second] = (data as unknown as AnswerParts).parts.flatMap((part) =>
    part.type === 'tool' ? [part.input] : [],
  );
  expect(shown.get('call_a')).toEqual({ city: 'Paris' });
  expect(first).toEqual({ city: 'Paris', days: [0] });
  expect(second).toBe(shown.get('call_b'));
});

it('gives the texts, the reasoning, the inputs and the sources of readUIMessageStream', async () => {
  const chunks: UIMessageChunk[] = [];
  for await (const { data } of readEventStream(answer())) {
    if (data !== '[DONE]') chunks.push(JSON.parse(data) as UIMessageChunk);
  }
  let message;
  for await (const latest of readUIMessageStream({ stream: simulateReadableStream({ chunks }) })) message = latest;

  const own = message!.parts.flatMap((part): object[] => {
    if (part.type === 'text' || part.type === 'reasoning') return [{ type: part.type, text: part.text }];
    if (part.type === 'source-url') return [{ type: 'source', url: part.url, title: part.title }];
    if ('toolCallId' in part) return [{ type: 'tool', id: part.toolCallId, input: part.input }];
    return [];
  });
  const { data } = await read(aiSdkParts);
  const ours = (data as unknown as AnswerParts).parts.map((part): object => {
    if (part.type === 'tool') return { type: part.type, id: part.id, input: part.input };
    return part.type === 'source' ? part : { type: part.type, text: part.text };
  });
  expect(ours).toEqual(own);
});
