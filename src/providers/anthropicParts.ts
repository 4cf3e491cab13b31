import { isMessageComplete, type AnthropicChunk } from './anthropic.ts';
import { asList } from './asList.ts';
import { asNumber } from './asNumber.ts';
import { asText } from './asText.ts';
import type { Maybe } from './Maybe.ts';
import { finishChange } from './parts/finishChange.ts';
import { sourceChange } from './parts/sourceChange.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { defineEventParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

/** What a `content_block_start` or a `content_block_delta` is about. */
type Block = NonNullable<AnthropicChunk['content_block']>;
type Delta = NonNullable<AnthropicChunk['delta']>;

/** Finds how a block begins. A block that is still open at this number was not closed by a relay. */
function findStart(at: number, block: Maybe<Block>): readonly PartChange[] {
  const end: PartChange = { at, close: true };
  switch (block?.type) {
    case 'text':
      return [end, { at, type: 'text' }];
    case 'thinking':
      return [end, { at, type: 'reasoning', text: asText(block.thinking) }];
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      // The input is `{}` here and arrives in pieces, unless the tool has none.
      return [
        end,
        {
          at,
          type: 'tool',
          id: asText(block.id),
          name: asText(block.name),
          wholeInput: JSON.stringify(block.input ?? {}),
        },
      ];
    case 'web_search_tool_result':
      return asList(block.content as Maybe<readonly object[]>).flatMap(sourceChange);
    default:
      return [];
  }
}

function findAddition(at: number, delta: Maybe<Delta>): readonly PartChange[] {
  switch (delta?.type) {
    case 'text_delta':
      return [{ at, type: 'text', text: asText(delta.text) }];
    case 'thinking_delta':
      return [{ at, type: 'reasoning', text: asText(delta.thinking) }];
    case 'input_json_delta':
      return [{ at, type: 'tool', text: asText(delta.partial_json) }];
    case 'citations_delta':
      return sourceChange(delta.citation);
    default:
      return [];
  }
}

function findAnthropicChanges(chunk: Maybe<AnthropicChunk>): readonly PartChange[] {
  const at = asNumber(chunk?.index) ?? 0;
  switch (chunk?.type) {
    case 'message_start':
      return usageChange(chunk.message?.usage?.input_tokens, chunk.message?.usage?.output_tokens);
    case 'content_block_start':
      return findStart(at, chunk.content_block);
    case 'content_block_stop':
      return [{ at, close: true }];
    case 'message_delta':
      return [
        ...finishChange(chunk.delta?.stop_reason),
        ...usageChange(chunk.usage?.input_tokens, chunk.usage?.output_tokens),
      ];
    default:
      return findAddition(at, chunk?.delta);
  }
}

/** Reads the parts of Anthropic's Messages API: text, thinking, tool calls, and the pages of web searches and citations. */
export const anthropicParts: PartsPreset<'events', AnthropicChunk> = /* @__PURE__ */ defineEventParts(
  { requireUntil: isMessageComplete },
  findAnthropicChanges,
);
