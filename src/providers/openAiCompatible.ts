import { concat } from '../core/items/accumulators/concat.ts';
import { findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of a chunk of a server that follows OpenAI's chat completions. */
export interface OpenAiCompatibleChunk {
  readonly choices?:
    | readonly {
        readonly index?: number | null | undefined;
        readonly delta?:
          | {
              /** The text; in parts where a model of Mistral reasons. */
              readonly content?:
                | string
                | readonly { readonly type?: string | undefined; readonly text?: string | undefined }[]
                | null
                | undefined;
            }
          | null
          | undefined;
      }[]
    | null
    | undefined;
  /** `error` where the chunk itself is one, as some servers send it. */
  readonly object?: string | null | undefined;
  readonly error?: unknown;
  /** Groq's additions: why a stream was stopped early. */
  readonly x_groq?: { readonly error?: unknown } | null | undefined;
}

/** Picks the text that a chunk adds to the first choice. Refusals, reasoning and tool calls are left out. */
export function selectOpenAiCompatibleText(chunk: OpenAiCompatibleChunk | null | undefined): string | undefined {
  const content: unknown = chunk?.choices?.find?.((choice) => !choice?.index)?.delta?.content;
  const parts = [content].flat() as readonly { readonly type?: unknown; readonly text?: unknown }[];
  const texts = parts.map((part) => (part?.type === 'text' ? part.text : part));
  return texts.filter((text) => typeof text === 'string').join('') || undefined;
}

/**
 * Reads the chat completions of servers that follow OpenAI's format: Azure OpenAI, Groq, Mistral, DeepSeek, OpenRouter,
 * vLLM, llama.cpp and others. See "Content streaming" in Azure's documentation, "Chat" in Groq's API reference,
 * "Reasoning" in Mistral's, "Create Chat Completion" in DeepSeek's, "Streaming" in OpenRouter's, and the OpenAI-compatible
 * servers of vLLM and llama.cpp.
 *
 * Reasoning that a server writes into the text itself, between `<think>` tags, is text: turn on the server's reasoning
 * parser to have it apart.
 */
export const openAiCompatible: StreamPreset<'events', OpenAiCompatibleChunk> = {
  as: 'events',
  parse: parseChunk,
  until: ({ data }) => data.startsWith('[DONE]'),
  fail: (chunk, event) => findError(chunk, event) || chunk.x_groq?.error || (chunk.object === 'error' && chunk),
  select: selectOpenAiCompatibleText,
  accumulate: /* @__PURE__ */ concat(),
};
