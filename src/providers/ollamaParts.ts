import { asList } from './asList.ts';
import { asText } from './asText.ts';
import type { Maybe } from './Maybe.ts';
import { findProviderError } from './findProviderError.ts';
import { isEndMarker } from './isEndMarker.ts';
import { isOllamaComplete, selectOllamaText, type OllamaChunk } from './ollama.ts';
import { parseObject } from './parseChunk.ts';
import { finishChange } from './parts/finishChange.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { addText, addTool } from './parts/unnumberedParts.ts';
import { defineParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

type ToolCall = NonNullable<NonNullable<NonNullable<OllamaChunk['message']>['tool_calls']>[number]>;

function findToolCall({ id, function: called }: ToolCall): readonly PartChange[] {
  return addTool({
    at: 'call',
    type: 'tool',
    id: asText(id),
    name: asText(called?.name),
    input: called?.arguments ?? {},
    close: true,
  });
}

function findOllamaChanges(chunk: Maybe<OllamaChunk>): readonly PartChange[] {
  return [
    ...addText('reasoning', chunk?.message?.thinking ?? chunk?.thinking),
    ...addText('text', selectOllamaText(chunk)),
    ...asList(chunk?.message?.tool_calls).flatMap(findToolCall),
    // Older servers end without a reason.
    ...finishChange(chunk?.done === true && (asText(chunk.done_reason) ?? 'stop')),
    ...usageChange(chunk?.prompt_eval_count, chunk?.eval_count),
  ];
}

/** Reads the parts of Ollama's `/api/chat` and `/api/generate`: text, thinking and tool calls. */
export const ollamaParts: PartsPreset<'json-lines', OllamaChunk> = /* @__PURE__ */ defineParts(
  {
    as: 'json-lines',
    parse: parseObject<OllamaChunk>,
    until: isEndMarker,
    requireUntil: isOllamaComplete,
    fail: findProviderError,
  },
  findOllamaChanges,
);
