import { readFile } from 'node:fs/promises';
import { readEventStream, readLines } from 'react-streamed/core';
import {
  aiSdk,
  anthropic,
  gemini,
  ollama,
  openAiChat,
  openAiCompatible,
  openAiResponses,
  type StreamPreset,
} from 'react-streamed/providers';
import { expect, it } from 'vitest';

type AnyPreset = StreamPreset<'events', object> | StreamPreset<'json-lines', object>;

const marks: readonly [string, AnyPreset, (boolean | undefined)[], object[]][] = [
  [
    'openAiChat',
    openAiChat,
    [undefined, undefined, undefined, undefined, true, true],
    [
      { choices: [] },
      { choices: [{ index: 0, delta: { content: 'text' }, finish_reason: null }] },
      { choices: [{ index: 0, finish_reason: '' }] },
      { choices: [{ index: 1, finish_reason: 'stop' }] },
      { choices: [{ index: 1 }, { index: 0, finish_reason: 'length' }] },
      { choices: [{ finish_reason: 'stop' }] },
    ],
  ],
  [
    'openAiCompatible',
    openAiCompatible,
    [undefined, undefined, true, true],
    [
      { choices: [{ index: 0, delta: {}, finish_reason: null, stop_reason: 7 }] },
      { choices: [], usage: { total_tokens: 7 } },
      { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], x_groq: {} },
      { choices: [{ index: 0, delta: { content: [] }, finish_reason: 'tool_calls' }] },
    ],
  ],
  [
    'openAiResponses',
    openAiResponses,
    [undefined, undefined, false, undefined, true, true],
    [
      {},
      { type: 'response.output_text.done' },
      { type: 'response.created' },
      { type: 'response.in_progress' },
      { type: 'response.completed' },
      { type: 'response.incomplete' },
    ],
  ],
  [
    'anthropic',
    anthropic,
    [false, undefined, undefined, undefined, true],
    [
      { type: 'message_start' },
      { type: 'ping' },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
      { type: 'message_stop' },
    ],
  ],
  [
    'gemini',
    gemini,
    [undefined, undefined, undefined, true, true, undefined],
    [
      { usageMetadata: { totalTokenCount: 7 } },
      { candidates: [{ content: { parts: [{ text: 'text' }] } }] },
      { candidates: [{ index: 1, finishReason: 'STOP' }] },
      { candidates: [{ index: 0, finishReason: 'SAFETY' }] },
      { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } },
      { promptFeedback: { safetyRatings: [] } },
    ],
  ],
  [
    'aiSdk',
    aiSdk,
    [false, undefined, undefined, true, true],
    [
      { type: 'start' },
      { type: 'text-end' },
      { type: 'finish-step' },
      { type: 'finish', finishReason: 'stop' },
      { type: 'abort', reason: 'user cancelled' },
    ],
  ],
  ['ollama', ollama, [undefined, undefined, true], [{ message: { content: 'text' } }, { done: false }, { done: true }]],
];

it.each(marks)('%s knows the chunks that start and complete an answer', (_, preset, expected, chunks) => {
  expect(chunks.map((chunk) => preset.requireUntil(chunk))).toEqual(expected);
});

/** Reads the chunks of a capture as the preset parses them. */
async function readChunks(name: string, preset: AnyPreset): Promise<object[]> {
  const response = new Response(await readFile(new URL(`../../support/captures/${name}.txt`, import.meta.url), 'utf8'));
  const chunks: object[] = [];
  if (preset.as === 'events') {
    for await (const event of readEventStream(response)) {
      if (!preset.until(event)) chunks.push(preset.parse(event));
    }
  } else {
    for await (const line of readLines(response)) {
      if (line !== '') chunks.push(preset.parse(line));
    }
  }
  return chunks;
}

it.each<[string, AnyPreset, RegExp]>([
  ['openAiChat', openAiChat, /"index":0.*"finish_reason":"stop"/],
  ['azure', openAiCompatible, /"finish_reason":"stop"/],
  ['groq', openAiCompatible, /"finish_reason":"stop"/],
  ['mistral', openAiCompatible, /"finish_reason":"stop"/],
  ['deepSeek', openAiCompatible, /"finish_reason":"stop"/],
  ['vllm', openAiCompatible, /"finish_reason":"stop"/],
  ['llamaCpp', openAiCompatible, /"finish_reason":"stop"/],
  ['openAiResponses', openAiResponses, /"type":"response\.completed"/],
  ['anthropic', anthropic, /"type":"message_stop"/],
  ['anthropic.relay', anthropic, /"type":"message_stop"/],
  ['gemini', gemini, /"finishReason":"STOP"/],
  ['aiSdk', aiSdk, /"type":"finish"/],
  ['ollamaChat', ollama, /"done":true/],
  ['ollamaGenerate', ollama, /"done":true/],
])(
  'in the capture %s only the end mark completes the answer, and no text follows it',
  async (capture, preset, mark) => {
    const chunks = await readChunks(capture, preset);
    const last = chunks.findLastIndex((chunk) => preset.requireUntil(chunk) === true);
    expect(last).toBeGreaterThan(0);

    for (const chunk of chunks) {
      if (preset.requireUntil(chunk) === true) expect(JSON.stringify(chunk)).toMatch(mark);
    }
    for (const chunk of chunks.slice(last + 1)) expect(preset.select(chunk)).toBeUndefined();
  },
);
