import { asList } from './asList.ts';
import { asNumber } from './asNumber.ts';
import { asText } from './asText.ts';
import { findFirst } from './findFirst.ts';
import { isGeminiComplete, type GeminiChunk } from './gemini.ts';
import type { Maybe } from './Maybe.ts';
import { finishChange } from './parts/finishChange.ts';
import { sourceChange } from './parts/sourceChange.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { addText, addTool } from './parts/unnumberedParts.ts';
import { defineEventParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

type Candidate = NonNullable<NonNullable<GeminiChunk['candidates']>[number]>;
type ContentPart = NonNullable<NonNullable<NonNullable<Candidate['content']>['parts']>[number]>;

function findPart(part: ContentPart): readonly PartChange[] {
  const call = part.functionCall;
  if (call) {
    return addTool({
      at: 'call',
      type: 'tool',
      id: asText(call.id),
      name: asText(call.name),
      input: call.args ?? {},
      close: true,
    });
  }
  return part.thought ? addText('reasoning', part.text) : addText('text', part.text);
}

/** Adds up tokens. Gemini leaves out those that are zero. */
function addTokens(answer: unknown, thoughts: unknown): unknown {
  const answerTokens = asNumber(answer);
  return answerTokens === undefined ? thoughts : answerTokens + (asNumber(thoughts) ?? 0);
}

function findGeminiChanges(chunk: Maybe<GeminiChunk>): readonly PartChange[] {
  const candidate = findFirst(chunk?.candidates);
  const usage = chunk?.usageMetadata;
  return [
    ...asList(candidate?.content?.parts).flatMap(findPart),
    ...asList(candidate?.groundingMetadata?.groundingChunks).flatMap((source) =>
      sourceChange({ url: source.web?.uri, title: source.web?.title }),
    ),
    ...finishChange(candidate?.finishReason || chunk?.promptFeedback?.blockReason),
    // Thoughts are billed as output.
    ...usageChange(usage?.promptTokenCount, addTokens(usage?.candidatesTokenCount, usage?.thoughtsTokenCount)),
  ];
}

/** Reads the parts of Gemini's `streamGenerateContent`: text, thoughts, function calls, and the pages of a search. */
export const geminiParts: PartsPreset<'events', GeminiChunk> = /* @__PURE__ */ defineEventParts(
  { requireUntil: isGeminiComplete },
  findGeminiChanges,
);
