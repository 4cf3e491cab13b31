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

/** Matches what a chunk type says of a field: the value, or nothing. */
type Maybe<Value> = Value | null | undefined;

test('chunks name what OpenAI documents for chat completions', () => {
  useFetchStream('/chat', {
    ...openAiChat,
    onItem: (chunk) => {
      expectTypeOf(chunk.model).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.usage?.prompt_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.usage?.completion_tokens_details?.reasoning_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.choices?.[0]?.finish_reason).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.choices?.[0]?.delta?.refusal).toEqualTypeOf<Maybe<string>>();
      const call = chunk.choices?.[0]?.delta?.tool_calls?.[0];
      expectTypeOf([call?.index]).toEqualTypeOf<Maybe<number>[]>();
      expectTypeOf([call?.id, call?.function?.name, call?.function?.arguments]).toEqualTypeOf<Maybe<string>[]>();
    },
  });
});

test('chunks name what compatible servers add', () => {
  useFetchStream('/chat', {
    ...openAiCompatible,
    onItem: (chunk) => {
      const delta = chunk.choices?.[0]?.delta;
      expectTypeOf([delta?.reasoning_content, delta?.reasoning]).toEqualTypeOf<Maybe<string>[]>();
      expectTypeOf(delta?.tool_calls?.[0]?.function?.arguments).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.choices?.[0]?.finish_reason).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.usage?.total_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.usage?.prompt_cache_hit_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.x_groq?.usage?.total_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(delta?.content).extract<string>().toEqualTypeOf<string>();
    },
  });
});

test('chunks name what OpenAI documents for responses', () => {
  useFetchStream('/chat', {
    ...openAiResponses,
    onItem: (chunk) => {
      expectTypeOf(chunk.delta).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.response?.usage?.output_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.response?.usage?.output_tokens_details?.reasoning_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.response?.incomplete_details?.reason).toEqualTypeOf<Maybe<string>>();
      const { item } = chunk;
      expectTypeOf([item?.type, item?.call_id, item?.name, item?.arguments]).toEqualTypeOf<Maybe<string>[]>();
    },
  });
});

test('chunks name what Anthropic documents', () => {
  useFetchStream('/chat', {
    ...anthropic,
    onItem: (chunk) => {
      expectTypeOf(chunk.delta?.stop_reason).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.delta?.thinking).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.delta?.partial_json).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(chunk.usage?.output_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.message?.usage?.cache_read_input_tokens).toEqualTypeOf<Maybe<number>>();
      expectTypeOf([chunk.content_block?.id, chunk.content_block?.name]).toEqualTypeOf<Maybe<string>[]>();
    },
  });
});

test('chunks name what Gemini documents', () => {
  useFetchStream('/chat', {
    ...gemini,
    onItem: (chunk) => {
      const candidate = chunk.candidates?.[0];
      const part = candidate?.content?.parts?.[0];
      expectTypeOf(candidate?.finishReason).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(part?.thought).toEqualTypeOf<Maybe<boolean>>();
      expectTypeOf(part?.functionCall?.name).toEqualTypeOf<Maybe<string>>();
      expectTypeOf(part?.functionCall?.args).toEqualTypeOf<Maybe<Readonly<Record<string, unknown>>>>();
      expectTypeOf(chunk.usageMetadata?.thoughtsTokenCount).toEqualTypeOf<Maybe<number>>();
      expectTypeOf(chunk.promptFeedback?.blockReason).toEqualTypeOf<Maybe<string>>();
    },
  });
});

test('chunks name what the AI SDK documents', () => {
  useFetchStream('/chat', {
    ...aiSdk,
    onItem: (chunk) => {
      expectTypeOf([chunk.delta, chunk.finishReason, chunk.errorText]).toEqualTypeOf<Maybe<string>[]>();
      expectTypeOf([chunk.toolCallId, chunk.toolName, chunk.inputTextDelta]).toEqualTypeOf<Maybe<string>[]>();
      expectTypeOf([chunk.input, chunk.output, chunk.messageMetadata]).toEqualTypeOf<unknown[]>();
    },
  });
});

test('chunks name what Ollama documents', () => {
  useFetchStream('/chat', {
    ...ollama,
    onItem: (chunk) => {
      expectTypeOf([chunk.message?.thinking, chunk.thinking, chunk.done_reason]).toEqualTypeOf<Maybe<string>[]>();
      expectTypeOf([chunk.prompt_eval_count, chunk.eval_count]).toEqualTypeOf<Maybe<number>[]>();
      const call = chunk.message?.tool_calls?.[0]?.function;
      expectTypeOf(call?.arguments).toEqualTypeOf<Maybe<Readonly<Record<string, unknown>>>>();
    },
  });
});

test('what a provider sends today type-checks as its chunk, null included', () => {
  const chat: OpenAiChatChunk = {
    choices: [{ index: 0, delta: { content: null, tool_calls: null }, finish_reason: null, logprobs: null }],
    usage: null,
  };
  const message: AnthropicChunk = { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null } };
  expectTypeOf(openAiChat.requireUntil(chat)).toEqualTypeOf<boolean | undefined>();
  expectTypeOf(anthropic.requireUntil(message)).toEqualTypeOf<boolean | undefined>();
});

test('a preset of one format is not a preset of the other', () => {
  expectTypeOf(openAiChat).toEqualTypeOf<StreamPreset<'events', OpenAiChatChunk>>();
  // @ts-expect-error lines are not events
  useFetchStream('/chat', { ...ollama, as: 'events' });
});
