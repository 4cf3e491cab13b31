import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of an event of Anthropic's Messages API. */
export interface AnthropicChunk {
  readonly type?: string | null | undefined;
  /** What a `content_block_delta` adds to a block: text where its type is `text_delta`. */
  readonly delta?: { readonly type?: string | undefined; readonly text?: string | undefined } | null | undefined;
  readonly error?: unknown;
}

/** Picks the text that an event adds. Thinking, tool calls, citations and signatures are left out. */
export function selectAnthropicText(chunk: AnthropicChunk | null | undefined): string | undefined {
  return chunk?.delta?.type === 'text_delta' ? asText(chunk.delta.text) : undefined;
}

/** Reads Anthropic's Messages API. See "Streaming messages" in the documentation of the Claude Developer Platform. */
export const anthropic: StreamPreset<'events', AnthropicChunk> = {
  as: 'events',
  parse: parseChunk,
  until: ({ type, data }) => type === 'message_stop' || data.startsWith('[DONE]'),
  fail: findError,
  select: selectAnthropicText,
  accumulate: /* @__PURE__ */ concat(),
};
