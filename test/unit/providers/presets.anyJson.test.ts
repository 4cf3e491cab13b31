import * as fc from 'fast-check';
import * as providers from 'react-streamed/providers';
import { describe, expect, it } from 'vitest';

/** The functions of a preset, for chunks of any kind. */
interface AnyPreset {
  readonly as: string;
  readonly parse: (raw: unknown) => unknown;
  readonly until: (raw: unknown) => boolean;
  readonly requireUntil: (chunk: unknown) => boolean | undefined;
  readonly fail: (chunk: unknown, event?: object) => unknown;
  readonly select: (chunk: unknown) => string | undefined;
}

const { aiSdk, anthropic, gemini, ollama, openAiChat, openAiCompatible, openAiResponses } = providers;
const presets = Object.entries({
  aiSdk,
  anthropic,
  gemini,
  ollama,
  openAiChat,
  openAiCompatible,
  openAiResponses,
}) as unknown as [string, AnyPreset][];

/** The names that the presets read, so that arbitrary JSON reaches each of their branches. */
const names = [
  ...['type', 'delta', 'text', 'content', 'index', 'choices', 'candidates', 'parts', 'thought', 'message', 'response'],
  ...['error', 'errorText', 'x_groq', 'object', 'finish_reason', 'finishReason', 'promptFeedback', 'blockReason'],
  ...[
    'delta',
    'choices',
    'tool_calls',
    'function',
    'arguments',
    'reasoning_content',
    'annotations',
    'url_citation',
    'url',
  ],
  ...['usage', 'usageMetadata', 'item', 'output_index', 'content_block', 'input', 'citation', 'functionCall', 'args'],
  ...[
    'groundingMetadata',
    'groundingChunks',
    'web',
    'thinking',
    'toolCallId',
    'input',
    'messageMetadata',
    'id',
    'name',
  ],
  ...['done', 'toString', 'valueOf', 'find', 'map', 'flat', 'length', 'constructor'],
];
const words = [
  ...['error', 'text_delta', 'text-delta', 'response.output_text.delta', 'response.failed', 'response.completed'],
  ...['tool_use', 'thinking', 'content_block_start', 'content_block_stop', 'citations_delta', 'input_json_delta'],
  ...[
    'response.output_item.added',
    'response.output_item.done',
    'response.function_call_arguments.delta',
    'function_call',
  ],
  ...[
    'response.output_text.annotation.added',
    'tool-input-start',
    'tool-input-available',
    'source-url',
    'message_delta',
  ],
  ...['message_stop', 'message_start', 'finish', 'start', 'abort', 'text', '', 'STOP'],
];

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(fc.constantFrom(null, true, false, 0, 1, 7), fc.constantFrom(...words), fc.string()),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('json'), { maxKeys: 4 }),
  ),
}));
const anyJson = fc.oneof(json, fc.jsonValue());
const type = fc.constantFrom('message', 'error', 'ping', 'message_stop');

/** The JSON text as the preset gets it. */
const rawOf = (preset: Pick<AnyPreset, 'as'>, data: string, eventType = 'message') =>
  preset.as === 'events' ? { type: eventType, data, lastEventId: '' } : data;

const { aiSdkParts, anthropicParts, geminiParts, ollamaParts, openAiChatParts, openAiCompatibleParts } = providers;
const partsPresets = Object.entries({
  aiSdkParts,
  anthropicParts,
  geminiParts,
  ollamaParts,
  openAiChatParts,
  openAiCompatibleParts,
  openAiResponsesParts: providers.openAiResponsesParts,
}) as unknown as [string, Pick<AnyPreset, 'as' | 'parse' | 'select'>][];

describe.each(partsPresets)('%s', (name, preset) => {
  const { select } = preset as unknown as { select(chunk: unknown): providers.PartChanges | undefined };

  it('never throws on any JSON, and neither does what gathers its changes', () => {
    const { create, add, snapshot } = providers.parts();
    fc.assert(
      fc.property(fc.array(anyJson, { maxLength: 4 }), (values) => {
        const state = create();
        for (const value of values) {
          for (const chunk of [preset.parse(rawOf(preset, JSON.stringify(value))), value]) {
            const changes = select(chunk);
            if (changes !== undefined) add(state, changes);
          }
        }
        const data = snapshot(state);
        for (const part of data.parts) {
          const texts = part.type === 'source' ? [part.url] : [part.type === 'tool' ? part.inputText : part.text];
          for (const text of texts) expect(typeof text).toBe('string');
        }
        expect(['string', 'undefined']).toContain(typeof data.finishReason);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing at a value that is not an object', () => {
    for (const value of [null, undefined, 7, 'text', true, [], [null]]) expect(select(value)).toBeUndefined();
  });

  it('has everything else of the preset of text', () => {
    const text = (providers as unknown as Record<string, AnyPreset>)[name.replace(/Parts$/, '')]!;
    const pick = ({ as, parse, requireUntil, fail }: AnyPreset) => ({ as, parse, requireUntil, fail });
    expect(pick(preset as AnyPreset)).toEqual(pick(text));
    const raws = ['[DONE]', '{}'].map((data) => rawOf(preset, data));
    expect(raws.map((preset as AnyPreset).until)).toEqual(raws.map(text.until));
    expect(Object.keys(preset).toSorted()).toEqual(Object.keys(text).toSorted());
  });
});

describe.each(presets)('%s', (_, preset) => {
  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(anyJson, type, (value, eventType) => {
        const raw = rawOf(preset, JSON.stringify(value), eventType);
        const event = { type: eventType, data: '', lastEventId: '' };
        preset.until(raw);
        for (const chunk of [preset.parse(raw), value]) {
          preset.fail(chunk, event);
          preset.requireUntil(chunk);
          expect(['string', 'undefined']).toContain(typeof preset.select(chunk));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never misses an error of any kind, among any other fields', () => {
    const errors = fc.oneof(anyJson.filter(Boolean), fc.constant({ toString: null }), fc.constant({ message: null }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), json), errors, type, (fields, error, eventType) => {
        const raw = rawOf(preset, JSON.stringify({ ...fields, error }), eventType);
        const event = { type: eventType, data: '', lastEventId: '' };
        expect(preset.fail(preset.parse(raw), event)).toBeTruthy();
      }),
    );
  });

  it('finds no text and no mark in a value that is not an object', () => {
    for (const value of [null, undefined, 7, 'text', true, [], [null]]) {
      expect([preset.select(value), preset.requireUntil(value), Boolean(preset.fail(value))]).toEqual([
        undefined,
        undefined,
        false,
      ]);
    }
  });
});

it('openAiResponses finds the error of a response whose type is not text', () => {
  expect(openAiResponses.fail({ type: { toString: null }, response: { error: 'busy' } } as object)).toBe('busy');
});
