import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of a chunk of a chat completion. */
export interface OpenAiChatChunk {
  readonly choices?:
    | readonly {
        readonly index?: number | null | undefined;
        readonly delta?: { readonly content?: string | null | undefined } | null | undefined;
      }[]
    | null
    | undefined;
  readonly error?: unknown;
}

/** Picks the text that a chunk adds to the first choice. Refusals and tool calls are left out. */
export function selectOpenAiChatText(chunk: OpenAiChatChunk | null | undefined): string | undefined {
  return asText(chunk?.choices?.find?.((choice) => !choice?.index)?.delta?.content);
}

/**
 * Reads OpenAI's chat completions. See "Chat Completions: Streaming events" in OpenAI's API reference. For servers that
 * follow that format with additions of their own, there is `openAiCompatible`.
 */
export const openAiChat: StreamPreset<'events', OpenAiChatChunk> = {
  as: 'events',
  parse: parseChunk,
  until: ({ data }) => data.startsWith('[DONE]'),
  fail: findError,
  select: selectOpenAiChatText,
  accumulate: /* @__PURE__ */ concat(),
};
