import { asText } from './asText.ts';
import { defineEventPreset } from './defineEventPreset.ts';
import { findProviderError } from './findProviderError.ts';
import { findFirst } from './findFirst.ts';
import type { Maybe } from './Maybe.ts';
import {
  isOpenAiChatComplete,
  type OpenAiChatChoice,
  type OpenAiChatChunk,
  type OpenAiChatDelta,
  type OpenAiChatUsage,
} from './openAiChat.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** A part of a message's content. Reasoning models of Mistral send `text` and `thinking` parts. */
export interface ContentPart {
  readonly type?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly thinking?: Maybe<readonly { readonly type?: Maybe<string>; readonly text?: Maybe<string> }[]>;
}

/** What a chunk adds to a message. */
interface CompatibleDelta extends Omit<OpenAiChatDelta, 'content'> {
  /** The text, or its parts. */
  readonly content?: Maybe<string | readonly ContentPart[]>;
  /** The model's reasoning in blocks, as OpenRouter sends it. */
  readonly reasoning_details?: Maybe<readonly unknown[]>;
}

/** What a chunk adds to one of the choices. */
interface CompatibleChoice extends OpenAiChatChoice<CompatibleDelta> {
  /** The finish reason of the provider behind OpenRouter. */
  readonly native_finish_reason?: Maybe<string>;
  /** The stop sequence or token that vLLM has found. */
  readonly stop_reason?: Maybe<string | number>;
  /** What Azure's content filter found. */
  readonly content_filter_results?: unknown;
}

/** The tokens of a whole answer. */
interface CompatibleUsage extends OpenAiChatUsage {
  /** The tokens of the prompt that DeepSeek has read from its cache. */
  readonly prompt_cache_hit_tokens?: Maybe<number>;
  /** The tokens of the prompt that were not in DeepSeek's cache. */
  readonly prompt_cache_miss_tokens?: Maybe<number>;
  /** The price of the answer at OpenRouter. */
  readonly cost?: Maybe<number>;
}

/** A chunk of a server that follows OpenAI's chat completions. */
export interface OpenAiCompatibleChunk extends Omit<OpenAiChatChunk, 'choices' | 'usage'> {
  /** Is `error` if the chunk itself is an error, as some servers send it. */
  readonly object?: Maybe<string>;
  readonly choices?: Maybe<readonly CompatibleChoice[]>;
  readonly usage?: Maybe<CompatibleUsage>;
  /** The provider behind OpenRouter. */
  readonly provider?: Maybe<string>;
  /** What Groq adds: the usage, and why it stopped an answer early. */
  readonly x_groq?: Maybe<{
    readonly id?: Maybe<string>;
    readonly error?: unknown;
    readonly usage?: Maybe<OpenAiChatUsage>;
  }>;
  /** What Azure's content filter found in the prompt. */
  readonly prompt_filter_results?: unknown;
  /** The speed of llama.cpp. */
  readonly timings?: Maybe<Readonly<Record<string, number>>>;
}

/** Selects the text that a chunk adds to the first choice. Refusals, reasoning and tool calls are left out. */
export function selectOpenAiCompatibleText(chunk: Maybe<OpenAiCompatibleChunk>): string | undefined {
  const content = findFirst(chunk?.choices)?.delta?.content;
  if (!Array.isArray(content)) return asText(content);
  const parts: readonly Maybe<ContentPart>[] = content;
  const texts = parts.map((part) => (part?.type === 'text' ? asText(part.text) : undefined));
  return asText(texts.join(''));
}

export function findCompatibleError(chunk: Maybe<OpenAiCompatibleChunk>, event?: ServerSentEvent): unknown {
  const error = findProviderError(chunk, event);
  if (error) return error;
  if (chunk?.x_groq?.error) return chunk.x_groq.error;
  return chunk?.object === 'error' ? chunk : undefined;
}

/**
 * Reads the chat completions of servers that follow OpenAI's format: Azure OpenAI, Groq, Mistral, DeepSeek, OpenRouter,
 * vLLM, llama.cpp and others. See "Content streaming" in Azure's documentation, "Chat" in Groq's API reference,
 * "Reasoning" in Mistral's, "Create Chat Completion" in DeepSeek's, "Streaming" in OpenRouter's, and the OpenAI-compatible
 * servers of vLLM and llama.cpp.
 *
 * If a server writes reasoning between `<think>` tags into the text, it counts as text. Turn on the server's reasoning
 * parser to get it separately.
 */
export const openAiCompatible: StreamPreset<'events', OpenAiCompatibleChunk> =
  /* @__PURE__ */ defineEventPreset<OpenAiCompatibleChunk>({
    requireUntil: isOpenAiChatComplete,
    fail: findCompatibleError,
    select: selectOpenAiCompatibleText,
  });
