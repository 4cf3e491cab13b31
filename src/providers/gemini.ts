import { asText } from './asText.ts';
import { defineEventPreset } from './defineEventPreset.ts';
import type { ErrorChunk } from './findProviderError.ts';
import { findFirst } from './findFirst.ts';
import type { Maybe } from './Maybe.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** A part of a candidate's content. */
interface GeminiPart {
  readonly text?: Maybe<string>;
  /** Whether the text is a thought. */
  readonly thought?: Maybe<boolean>;
  readonly thoughtSignature?: Maybe<string>;
  readonly functionCall?: Maybe<{
    readonly id?: Maybe<string>;
    readonly name?: Maybe<string>;
    readonly args?: Maybe<Readonly<Record<string, unknown>>>;
  }>;
  readonly executableCode?: Maybe<{ readonly language?: Maybe<string>; readonly code?: Maybe<string> }>;
  readonly codeExecutionResult?: Maybe<{ readonly outcome?: Maybe<string>; readonly output?: Maybe<string> }>;
  readonly inlineData?: Maybe<{ readonly mimeType?: Maybe<string>; readonly data?: Maybe<string> }>;
}

/** What a chunk adds to one of the candidates. */
interface GeminiCandidate {
  readonly index?: Maybe<number>;
  readonly content?: Maybe<{ readonly role?: Maybe<string>; readonly parts?: Maybe<readonly GeminiPart[]> }>;
  /** Why the candidate ends, for example `STOP`, `MAX_TOKENS` or `SAFETY`. */
  readonly finishReason?: Maybe<string>;
  readonly finishMessage?: Maybe<string>;
  readonly safetyRatings?: Maybe<readonly unknown[]>;
  readonly citationMetadata?: unknown;
  readonly groundingMetadata?: Maybe<{
    readonly webSearchQueries?: Maybe<readonly string[]>;
    readonly groundingChunks?: Maybe<
      readonly { readonly web?: Maybe<{ readonly uri?: Maybe<string>; readonly title?: Maybe<string> }> }[]
    >;
  }>;
}

/** The tokens so far. */
interface GeminiUsage {
  readonly promptTokenCount?: Maybe<number>;
  readonly cachedContentTokenCount?: Maybe<number>;
  readonly candidatesTokenCount?: Maybe<number>;
  readonly thoughtsTokenCount?: Maybe<number>;
  readonly toolUsePromptTokenCount?: Maybe<number>;
  readonly totalTokenCount?: Maybe<number>;
}

/** A chunk of Gemini's `streamGenerateContent`. */
export interface GeminiChunk extends ErrorChunk {
  readonly candidates?: Maybe<readonly GeminiCandidate[]>;
  /** Why the prompt was blocked, in a chunk that has no candidates. */
  readonly promptFeedback?: Maybe<{
    readonly blockReason?: Maybe<string>;
    readonly safetyRatings?: Maybe<readonly unknown[]>;
  }>;
  readonly usageMetadata?: Maybe<GeminiUsage>;
  readonly modelVersion?: Maybe<string>;
  readonly responseId?: Maybe<string>;
}

/** Selects the text that a chunk adds to the first candidate. Thoughts, function calls and code are left out. */
export function selectGeminiText(chunk: Maybe<GeminiChunk>): string | undefined {
  const content = findFirst(chunk?.candidates)?.content?.parts;
  const parts: readonly Maybe<GeminiPart>[] = Array.isArray(content) ? content : [];
  const texts = parts.map((part) => (part?.thought ? undefined : asText(part?.text)));
  return asText(texts.join(''));
}

/** Tells that the answer is complete: its first candidate has ended, or there is none because the prompt was blocked. */
export function isGeminiComplete(chunk: Maybe<GeminiChunk>): true | undefined {
  const reason = findFirst(chunk?.candidates)?.finishReason || chunk?.promptFeedback?.blockReason;
  return reason ? true : undefined;
}

/**
 * Reads Gemini's `streamGenerateContent`, requested with `?alt=sse`. See "Generating content" in the Gemini API reference
 * and "Thinking" in its guides.
 */
export const gemini: StreamPreset<'events', GeminiChunk> = /* @__PURE__ */ defineEventPreset<GeminiChunk>({
  requireUntil: isGeminiComplete,
  select: selectGeminiText,
});
