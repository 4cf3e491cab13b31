import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { findError } from './findError.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of a line of Ollama's `/api/chat` and `/api/generate`. */
export interface OllamaChunk {
  /** What `/api/chat` adds. */
  readonly message?: { readonly content?: string | null | undefined } | null | undefined;
  /** What `/api/generate` adds. */
  readonly response?: string | null | undefined;
  readonly error?: unknown;
}

/** Picks the text that a line adds. Thinking, tool calls and images are left out. */
export function selectOllamaText(chunk: OllamaChunk | null | undefined): string | undefined {
  return asText(chunk?.message?.content ?? chunk?.response);
}

/** Reads the JSON lines of Ollama's `/api/chat` and `/api/generate`. See "Streaming" and "Errors" in Ollama's documentation. */
export const ollama: StreamPreset<'json-lines', OllamaChunk> = {
  as: 'json-lines',
  parse: (line) => Object(JSON.parse(line)),
  until: (line) => line.startsWith('[DONE]'),
  fail: findError,
  select: selectOllamaText,
  accumulate: /* @__PURE__ */ concat(),
};
