import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of an event of OpenAI's Responses API. */
export interface OpenAiResponsesChunk {
  readonly type?: string | null | undefined;
  /** What the event adds; text where the type is `response.output_text.delta`. */
  readonly delta?: unknown;
  /** The error of an event of the type `error`. The reference has its fields in the event itself; the servers nest them. */
  readonly error?: unknown;
  /** The response so far; with its error where the type is `response.failed`. */
  readonly response?: { readonly error?: unknown } | null | undefined;
}

/** Picks the text that an event adds. Refusals, reasoning, tool calls and annotations are left out. */
export function selectOpenAiResponsesText(chunk: OpenAiResponsesChunk | null | undefined): string | undefined {
  return chunk?.type === 'response.output_text.delta' ? asText(chunk.delta) : undefined;
}

/** Reads OpenAI's Responses API. See "Responses: Streaming events" in OpenAI's API reference. */
export const openAiResponses: StreamPreset<'events', OpenAiResponsesChunk> = {
  as: 'events',
  parse: parseChunk,
  until: ({ data }) => data.startsWith('[DONE]'),
  fail: (chunk, event) =>
    findError(chunk, event) ||
    (/^(response.failed|error)$/.test(String(chunk.type)) && (chunk.response?.error || chunk)),
  select: selectOpenAiResponsesText,
  accumulate: /* @__PURE__ */ concat(),
};
