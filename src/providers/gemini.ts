import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { findError } from './findError.ts';
import { parseChunk } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** What is read of a chunk of Gemini's `streamGenerateContent`. */
export interface GeminiChunk {
  readonly candidates?:
    | readonly {
        readonly index?: number | null | undefined;
        readonly content?:
          | {
              readonly parts?:
                | readonly { readonly text?: string | undefined; readonly thought?: boolean | undefined }[]
                | null
                | undefined;
            }
          | null
          | undefined;
      }[]
    | null
    | undefined;
  readonly error?: unknown;
}

/** Picks the text that a chunk adds to the first candidate. Thoughts, function calls and code are left out. */
export function selectGeminiText(chunk: GeminiChunk | null | undefined): string | undefined {
  const parts = chunk?.candidates?.find?.((candidate) => !candidate?.index)?.content?.parts;
  return parts?.map?.((part) => (part?.thought ? '' : asText(part?.text))).join('') || undefined;
}

/**
 * Reads Gemini's `streamGenerateContent`, asked for with `?alt=sse`. See "Generating content" in the Gemini API reference
 * and "Thinking" in its guides.
 */
export const gemini: StreamPreset<'events', GeminiChunk> = {
  as: 'events',
  parse: parseChunk,
  until: ({ data }) => data.startsWith('[DONE]'),
  fail: findError,
  select: selectGeminiText,
  accumulate: /* @__PURE__ */ concat(),
};
