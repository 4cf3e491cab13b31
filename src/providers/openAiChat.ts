import { asText } from './asText.ts';
import { defineEventPreset } from './defineEventPreset.ts';
import type { ErrorChunk } from './findProviderError.ts';
import { findFirst } from './findFirst.ts';
import type { Maybe } from './Maybe.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What a chunk adds to a tool call. Its arguments arrive in pieces of JSON text. */
export interface OpenAiChatToolCall {
  /** Tells parallel tool calls apart; only the first chunk of a call has its `id` and name. */
  readonly index?: Maybe<number>;
  readonly id?: Maybe<string>;
  readonly type?: Maybe<string>;
  readonly function?: Maybe<{ readonly name?: Maybe<string>; readonly arguments?: Maybe<string> }>;
}

/** A passage that the answer cites. */
interface OpenAiChatAnnotation {
  /** For example `url_citation`. */
  readonly type?: Maybe<string>;
  readonly url_citation?: Maybe<{
    readonly url?: Maybe<string>;
    readonly title?: Maybe<string>;
    readonly start_index?: Maybe<number>;
    readonly end_index?: Maybe<number>;
  }>;
}

/** What a chunk adds to a message. */
export interface OpenAiChatDelta {
  readonly role?: Maybe<string>;
  readonly content?: Maybe<string>;
  readonly refusal?: Maybe<string>;
  /** The model's reasoning, as DeepSeek, vLLM and llama.cpp send it. OpenAI does not send it in this format. */
  readonly reasoning_content?: Maybe<string>;
  /** The model's reasoning, as Groq, OpenRouter and vLLM send it. */
  readonly reasoning?: Maybe<string>;
  readonly annotations?: Maybe<readonly OpenAiChatAnnotation[]>;
  readonly tool_calls?: Maybe<readonly OpenAiChatToolCall[]>;
}

/** What a chunk adds to one of the choices. */
export interface OpenAiChatChoice<Delta = OpenAiChatDelta> {
  readonly index?: Maybe<number>;
  readonly delta?: Maybe<Delta>;
  /** Why the choice ends: `stop`, `length`, `tool_calls`, `content_filter` or `function_call`. */
  readonly finish_reason?: Maybe<string>;
  readonly logprobs?: unknown;
}

/** The tokens of a whole chat completion, which OpenAI sends if `stream_options` asks for them. */
export interface OpenAiChatUsage {
  readonly prompt_tokens?: Maybe<number>;
  readonly completion_tokens?: Maybe<number>;
  readonly total_tokens?: Maybe<number>;
  readonly prompt_tokens_details?: Maybe<{
    readonly cached_tokens?: Maybe<number>;
    readonly audio_tokens?: Maybe<number>;
  }>;
  readonly completion_tokens_details?: Maybe<{
    readonly reasoning_tokens?: Maybe<number>;
    readonly audio_tokens?: Maybe<number>;
    readonly accepted_prediction_tokens?: Maybe<number>;
    readonly rejected_prediction_tokens?: Maybe<number>;
  }>;
}

/** A chunk of a chat completion. */
export interface OpenAiChatChunk extends ErrorChunk {
  readonly id?: Maybe<string>;
  readonly object?: Maybe<string>;
  /** When the completion was created, in seconds since 1970. */
  readonly created?: Maybe<number>;
  readonly model?: Maybe<string>;
  readonly service_tier?: Maybe<string>;
  readonly system_fingerprint?: Maybe<string>;
  readonly choices?: Maybe<readonly OpenAiChatChoice[]>;
  readonly usage?: Maybe<OpenAiChatUsage>;
}

/** Selects the text that a chunk adds to the first choice. Refusals and tool calls are left out. */
export function selectOpenAiChatText(chunk: Maybe<OpenAiChatChunk>): string | undefined {
  return asText(findFirst(chunk?.choices)?.delta?.content);
}

/** Tells that the answer is complete after the chunk with the finish reason of the first choice. */
export function isOpenAiChatComplete(
  chunk: Maybe<ErrorChunk & { readonly choices?: Maybe<readonly OpenAiChatChoice<unknown>[]> }>,
): true | undefined {
  return findFirst(chunk?.choices)?.finish_reason ? true : undefined;
}

/**
 * Reads OpenAI's chat completions. See "Chat Completions: Streaming events" in OpenAI's API reference. For other servers
 * that follow this format with their own additions, use `openAiCompatible`.
 */
export const openAiChat: StreamPreset<'events', OpenAiChatChunk> = /* @__PURE__ */ defineEventPreset<OpenAiChatChunk>({
  requireUntil: isOpenAiChatComplete,
  select: selectOpenAiChatText,
});
