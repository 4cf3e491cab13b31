import { asList } from './asList.ts';
import { asNumber } from './asNumber.ts';
import { asText } from './asText.ts';
import { findFirst } from './findFirst.ts';
import type { Maybe } from './Maybe.ts';
import {
  isOpenAiChatComplete,
  type OpenAiChatChoice,
  type OpenAiChatChunk,
  type OpenAiChatDelta,
  type OpenAiChatToolCall,
} from './openAiChat.ts';
import { finishChange } from './parts/finishChange.ts';
import { sourceChange } from './parts/sourceChange.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { addText, addTool } from './parts/unnumberedParts.ts';
import { defineEventParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

/** A chunk of a server whose content may be something else than a text. */
interface AnyChunk<Content> extends Omit<OpenAiChatChunk, 'choices'> {
  readonly choices?: Maybe<readonly OpenAiChatChoice<AnyDelta<Content>>[]>;
}

interface AnyDelta<Content> extends Omit<OpenAiChatDelta, 'content'> {
  readonly content?: Maybe<Content>;
}

/** Finds what a chunk changes. `addContent` adds its content, which is not a text at all servers. */
export function findOpenAiChatChanges<Content>(
  chunk: Maybe<AnyChunk<Content>>,
  addContent: (content: Maybe<Content>) => readonly PartChange[],
): readonly PartChange[] {
  const choice = findFirst(chunk?.choices);
  const delta = choice?.delta;
  return [
    // A server that sends both fields sends the same text in them.
    ...addText('reasoning', asText(delta?.reasoning_content) ?? delta?.reasoning),
    ...addContent(delta?.content),
    ...asList(delta?.tool_calls).flatMap(findToolCall),
    ...asList(delta?.annotations).flatMap((annotation) => sourceChange(annotation.url_citation)),
    ...finishChange(choice?.finish_reason),
    ...usageChange(chunk?.usage?.prompt_tokens, chunk?.usage?.completion_tokens),
  ];
}

function findToolCall({ index, id, function: called }: OpenAiChatToolCall): readonly PartChange[] {
  return addTool({
    at: asNumber(index) ?? 0,
    type: 'tool',
    id: asText(id),
    name: asText(called?.name),
    text: asText(called?.arguments),
  });
}

function addContentText(content: Maybe<string>): readonly PartChange[] {
  return addText('text', content);
}

/**
 * Reads the parts of OpenAI's chat completions: text, tool calls and the sources of a web search. Of servers that follow
 * this format, it also reads reasoning.
 */
export const openAiChatParts: PartsPreset<'events', OpenAiChatChunk> =
  /* @__PURE__ */ defineEventParts<OpenAiChatChunk>({ requireUntil: isOpenAiChatComplete }, (chunk) =>
    findOpenAiChatChanges(chunk, addContentText),
  );
