import { asList } from './asList.ts';
import { isOpenAiChatComplete } from './openAiChat.ts';
import type { Maybe } from './Maybe.ts';
import { findOpenAiChatChanges } from './openAiChatParts.ts';
import { findCompatibleError, type ContentPart, type OpenAiCompatibleChunk } from './openAiCompatible.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { addText } from './parts/unnumberedParts.ts';
import { defineEventParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

/** Adds a content, which is a text or, at Mistral, a list of pieces. */
function addContent(content: Maybe<string | readonly ContentPart[]>): readonly PartChange[] {
  if (!Array.isArray(content)) return addText('text', content);
  return asList<ContentPart>(content).flatMap((part) => {
    if (part.type === 'thinking') return asList(part.thinking).flatMap(({ text }) => addText('reasoning', text));
    return part.type === 'text' ? addText('text', part.text) : [];
  });
}

function findCompatibleChanges(chunk: Maybe<OpenAiCompatibleChunk>): readonly PartChange[] {
  const groqUsage = chunk?.x_groq?.usage;
  return [
    ...findOpenAiChatChanges(chunk, addContent),
    ...usageChange(groqUsage?.prompt_tokens, groqUsage?.completion_tokens),
  ];
}

/** Reads the parts of servers that follow OpenAI's chat completions: text, reasoning, tool calls and sources. */
export const openAiCompatibleParts: PartsPreset<'events', OpenAiCompatibleChunk> = /* @__PURE__ */ defineEventParts(
  { requireUntil: isOpenAiChatComplete, fail: findCompatibleError },
  findCompatibleChanges,
);
