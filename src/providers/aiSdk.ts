import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of a part of a UI message stream. */
export interface AiSdkChunk {
  readonly type?: string | null | undefined;
  /** What the part adds; text where the type is `text-delta`. */
  readonly delta?: unknown;
  /** What failed, where the type is `error`. */
  readonly errorText?: string | undefined;
  readonly error?: unknown;
}

/** Picks the text that a part adds. Reasoning, tools, sources, files and data are left out. */
export function selectAiSdkText(chunk: AiSdkChunk | null | undefined): string | undefined {
  return chunk?.type === 'text-delta' ? asText(chunk.delta) : undefined;
}

/**
 * Reads the UI message stream of the AI SDK, version 5 and later. See "Stream Protocols: Data Stream Protocol" in its
 * documentation. A tool that failed fails the stream as little as it does in the AI SDK: the model goes on with it.
 */
export const aiSdk: StreamPreset<'events', AiSdkChunk> = {
  as: 'events',
  parse: parseChunk,
  until: ({ data }) => data.startsWith('[DONE]'),
  fail: (chunk, event) => (chunk.type === 'error' ? chunk.errorText || chunk : findError(chunk, event)),
  select: selectAiSdkText,
  accumulate: /* @__PURE__ */ concat(),
};
