import { blocks, useEventSource, useFetchStream, type SealedText } from 'react-streamed';
import { createFetchStream, readEventStream, readJsonLines } from 'react-streamed/core';
import {
  aiSdk,
  anthropic,
  gemini,
  ollama,
  openAiChat,
  openAiCompatible,
  openAiResponses,
  selectOllamaText,
  selectOpenAiChatText,
  type AnthropicChunk,
  type OllamaChunk,
  type OpenAiChatChunk,
  type StreamPreset,
} from 'react-streamed/providers';
import { expectTypeOf, test } from 'vitest';

const body = { messages: [] };

test('each preset gives text', () => {
  expectTypeOf(useFetchStream('/chat', { ...openAiChat, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', { ...openAiCompatible, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', { ...openAiResponses, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', { ...anthropic, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', { ...gemini, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', { ...aiSdk, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', { ...ollama, body }).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/chat', openAiChat).data).toEqualTypeOf<string>();
  expectTypeOf(createFetchStream('/chat', { ...gemini, body }).getSnapshot().data).toEqualTypeOf<string>();
});

test('callbacks know the chunk and the data', () => {
  useFetchStream('/chat', {
    ...anthropic,
    onItem: (chunk) => expectTypeOf(chunk).toEqualTypeOf<AnthropicChunk>(),
    onEnd: (data) => expectTypeOf(data).toEqualTypeOf<string>(),
  });
  useFetchStream('/chat', { ...ollama, onItem: (chunk) => expectTypeOf(chunk).toEqualTypeOf<OllamaChunk>() });
});

test('an option after a preset replaces its own', () => {
  expectTypeOf(useFetchStream('/chat', { ...openAiChat, accumulate: blocks() }).data).toEqualTypeOf<SealedText>();
});

test('a selector stands by itself', async () => {
  expectTypeOf(selectOpenAiChatText).parameter(0).toEqualTypeOf<OpenAiChatChunk | null | undefined>();
  expectTypeOf(selectOpenAiChatText).returns.toEqualTypeOf<string | undefined>();
  expectTypeOf(
    useEventSource('/chat', { parse: openAiChat.parse, select: selectOpenAiChatText, accumulate: blocks() }).data,
  ).toEqualTypeOf<SealedText>();
  for await (const { data } of readEventStream(new Response())) selectOpenAiChatText(JSON.parse(data));
  for await (const line of readJsonLines(new Response())) selectOllamaText(line as OllamaChunk);
});

test('a preset of one format is no preset of the other', () => {
  expectTypeOf(openAiChat).toEqualTypeOf<StreamPreset<'events', OpenAiChatChunk>>();
  // @ts-expect-error lines are no events
  useFetchStream('/chat', { ...ollama, as: 'events' });
});
