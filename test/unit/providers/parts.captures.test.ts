import { readFile } from 'node:fs/promises';
import { isComplete, json } from 'react-streamed/json';
import * as providers from 'react-streamed/providers';
import type { AnswerParts, Part } from 'react-streamed/providers';
import { describe, expect, it } from 'vitest';
import { providerRules, type Reading } from '../../support/providerRules.ts';
import { streamCapture } from '../../support/streamCapture.ts';

const text = (content: string): Part => ({ type: 'text', text: content, isOpen: false });
const reasoning = (content: string): Part => ({ type: 'reasoning', text: content, isOpen: false });
const tool = (id: string, name: string, inputText: string, input: unknown = JSON.parse(inputText)): Part => ({
  type: 'tool',
  id,
  name,
  inputText,
  input,
  isOpen: false,
});
const source = (url: string, title?: string): Part => ({ type: 'source', url, title });
const weather = source('https://weather.example/', 'Weather');

/** What the captures become: the preset of the text, that of the parts, and the parts. */
const captures: readonly [capture: string, textPreset: object, partsPreset: object, expected: AnswerParts][] = [
  [
    'openAiChat.parts',
    providers.openAiChat,
    providers.openAiChatParts,
    {
      parts: [
        reasoning('Two cities: ask twice 🧭.'),
        text('I will look up both.'),
        tool('call_a', 'get_weather', '{"city":"Paris"}'),
        tool('call_b', 'get_weather', '{ "city": "Lima \\ud83c\\udf2b"\n}'),
        weather,
      ],
      usage: { inputTokens: 81, outputTokens: 64 },
      finishReason: 'tool_calls',
    },
  ],
  [
    'openAiResponses.parts',
    providers.openAiResponses,
    providers.openAiResponsesParts,
    {
      parts: [
        reasoning('**Weighing the question** 🧭'),
        reasoning('**Asking twice**'),
        text('It is foggy in Lima.'),
        weather,
        tool('call_a', 'get_weather', '{"city":"Paris"}'),
        tool('call_b', 'get_time', '{ "zone": "UTC-5" }'),
        // A custom tool takes any text.
        { type: 'tool', id: 'call_c', name: 'run_code', inputText: 'print("hi")', input: undefined, isOpen: false },
      ],
      usage: { inputTokens: 120, outputTokens: 88 },
      finishReason: 'completed',
    },
  ],
  [
    'anthropic.parts',
    providers.anthropic,
    providers.anthropicParts,
    {
      parts: [
        reasoning('Two cities, two calls 🧭.'),
        text('I will ask for both.'),
        tool('toolu_a', 'get_weather', '{"city": "Paris"}'),
        tool('toolu_b', 'list_cities', '{}'),
        // The second message of the response.
        tool('srvtoolu_c', 'web_search', '{"query":"fog in Lima"}'),
        weather,
        source('https://fog.example/', 'Fog'),
        text('Paris is sunny, Lima is foggy.'),
      ],
      usage: { inputTokens: 330, outputTokens: 44 },
      finishReason: 'end_turn',
    },
  ],
  [
    'gemini.parts',
    providers.gemini,
    providers.geminiParts,
    {
      parts: [
        reasoning('**Two cities**\n\nAsk twice 🧭.'),
        text('I will look up both.'),
        tool('', 'get_weather', '{"city":"Paris"}'),
        tool('fn_2', 'get_weather', '{"city":"Lima","unit":null}'),
        tool('', 'list_cities', '{}'),
        text('Done.'),
        weather,
        source('https://fog.example/'),
      ],
      usage: { inputTokens: 40, outputTokens: 55 },
      finishReason: 'STOP',
    },
  ],
  [
    'aiSdk.parts',
    providers.aiSdk,
    providers.aiSdkParts,
    {
      parts: [
        reasoning('Two cities, two calls 🧭.'),
        text('I will look up both.'),
        // The server has completed the input.
        tool('call_a', 'get_weather', '{ "city": "Paris" }', { city: 'Paris', unit: 'celsius' }),
        tool('call_b', 'get_weather', '{"city":"Lima"}'),
        tool('call_c', 'list_cities', '{}'),
        tool('call_d', 'get_weather', '"{\\"city\\":"'),
        weather,
        text('Paris is sunny.'),
      ],
      usage: { inputTokens: 91, outputTokens: 57 },
      finishReason: 'stop',
    },
  ],
  [
    'ollama.parts',
    providers.ollama,
    providers.ollamaParts,
    {
      parts: [
        reasoning('Two cities, two calls 🧭.'),
        text('I will look up both.'),
        tool('call_a', 'get_weather', '{"city":"Paris"}'),
        tool('', 'get_weather', '{"city":"Lima","days":[1,2]}'),
        reasoning('Now the list.'),
        tool('', 'list_cities', '{}'),
        text('Done.'),
      ],
      usage: { inputTokens: 55, outputTokens: 70 },
      finishReason: 'stop',
    },
  ],
];

const joined = (parts: readonly Part[], type: 'text' | 'reasoning') =>
  parts.map((part) => (part.type === type ? part.text : '')).join('');
const inputTexts = (parts: readonly Part[]) => parts.flatMap((part) => (part.type === 'tool' ? [part.inputText] : []));

/** What the parts say, in the words of the rule of their provider. */
const readingOf = ({ parts }: AnswerParts): Reading => ({
  text: joined(parts, 'text'),
  reasoning: joined(parts, 'reasoning'),
  inputs: inputTexts(parts),
});

describe.each(captures)('the capture %s', (capture, textPreset, partsPreset, expected) => {
  it('becomes its parts in order, however it is split', async () => {
    expect(await streamCapture(capture, partsPreset)).toEqual({ status: 'done', data: expected, error: undefined });
  });

  it('has the same text in both presets, however it is split', async () => {
    const { data } = await streamCapture(capture, textPreset);
    expect(joined(expected.parts, 'text')).toBe(data);
  });

  it("has the reasoning and the inputs that the provider's own rule gives", async () => {
    const wire = await readFile(new URL(`../../support/captures/${capture}.txt`, import.meta.url), 'utf8');
    const rule = providerRules[capture.split('.')[0]!]!;
    expect(readingOf(expected)).toEqual(rule(wire));
  });

  // The input of a custom tool is any text, which `json` would report.
  it.skipIf(capture.startsWith('openAiResponses'))('becomes the same parts if the inputs grow', async () => {
    const growing = { ...partsPreset, accumulate: providers.parts({ input: json }) };
    const { data } = await streamCapture(capture, growing, 50);
    expect(data).toEqual(expected);
    const inputs = (data as AnswerParts).parts.flatMap((part) => (part.type === 'tool' ? [part.input] : []));
    for (const input of inputs) expect(typeof input === 'string' || isComplete(input)).toBe(true);
  });
});

/** The captures of the presets of text. */
const textCaptures: readonly [capture: string, textPreset: object, partsPreset: object][] = [
  ['openAiChat', providers.openAiChat, providers.openAiChatParts],
  ...['azure', 'deepSeek', 'groq', 'llamaCpp', 'mistral', 'vllm'].map((capture): [string, object, object] => [
    capture,
    providers.openAiCompatible,
    providers.openAiCompatibleParts,
  ]),
  ['openAiResponses', providers.openAiResponses, providers.openAiResponsesParts],
  ['anthropic', providers.anthropic, providers.anthropicParts],
  ['anthropic.relay', providers.anthropic, providers.anthropicParts],
  ['gemini', providers.gemini, providers.geminiParts],
  ['aiSdk', providers.aiSdk, providers.aiSdkParts],
  ['ollamaChat', providers.ollama, providers.ollamaParts],
  ['ollamaGenerate', providers.ollama, providers.ollamaParts],
];

it.each(textCaptures)('the capture %s has the same text in both presets', async (capture, textPreset, partsPreset) => {
  const whole = await streamCapture(capture, textPreset, 20);
  const { data, ...rest } = await streamCapture(capture, partsPreset, 20);
  const { parts, usage, finishReason } = data as AnswerParts;
  expect({ ...rest, data: joined(parts, 'text') }).toEqual(whole);
  expect(parts.every((part) => part.type === 'source' || !part.isOpen)).toBe(true);
  const hasUsage = capture !== 'aiSdk' && capture !== 'azure';
  expect(usage?.outputTokens).toEqual(hasUsage ? expect.any(Number) : undefined);
  expect(finishReason).toMatch(/^(?:stop|STOP|completed|end_turn)$/);
});

it.each([
  ['openAiChat.error', providers.openAiChatParts],
  ['groq.error', providers.openAiCompatibleParts],
  ['vllm.error', providers.openAiCompatibleParts],
  ['flat.error', providers.openAiCompatibleParts],
  ['openAiResponses.error', providers.openAiResponsesParts],
  ['openAiResponses.failed.error', providers.openAiResponsesParts],
  ['anthropic.error', providers.anthropicParts],
  ['gemini.error', providers.geminiParts],
  ['aiSdk.error', providers.aiSdkParts],
  ['ollama.error', providers.ollamaParts],
])('the capture %s fails, and its last part stays open', async (capture, preset) => {
  const { status, data, error } = await streamCapture(capture, preset, 50);
  expect([status, error?.code]).toEqual(['error', 'upstream']);
  expect((data as AnswerParts).parts.at(-1)).toEqual({ type: 'text', text: 'Half an answer', isOpen: true });
});
