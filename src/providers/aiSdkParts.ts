import { isUiMessageComplete, findAiSdkError, type AiSdkChunk } from './aiSdk.ts';
import { asText } from './asText.ts';
import type { Maybe } from './Maybe.ts';
import { finishChange } from './parts/finishChange.ts';
import { sourceChange } from './parts/sourceChange.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { defineEventParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

/** The usage that a server adds to the metadata of a message. The format leaves open how. */
interface UsageMetadata {
  readonly inputTokens?: unknown;
  readonly outputTokens?: unknown;
}

function findTool(chunk: AiSdkChunk): PartChange {
  const isWhole = chunk.type === 'tool-input-available' || chunk.type === 'tool-input-error';
  return {
    // The id of a text may be the same.
    at: `tool ${asText(chunk.toolCallId)}`,
    type: 'tool',
    id: asText(chunk.toolCallId),
    name: asText(chunk.toolName),
    text: asText(chunk.inputTextDelta),
    input: isWhole ? chunk.input : undefined,
    close: isWhole,
  };
}

function findPart(chunk: Maybe<AiSdkChunk>): readonly PartChange[] {
  const text = `text ${asText(chunk?.id)}`;
  const reasoning = `reasoning ${asText(chunk?.id)}`;
  switch (chunk?.type) {
    case 'text-start':
    case 'text-delta':
      return [{ at: text, type: 'text', text: asText(chunk.delta) }];
    case 'text-end':
      return [{ at: text, close: true }];
    case 'reasoning-start':
    case 'reasoning-delta':
      return [{ at: reasoning, type: 'reasoning', text: asText(chunk.delta) }];
    case 'reasoning-end':
      return [{ at: reasoning, close: true }];
    case 'tool-input-start':
    case 'tool-input-delta':
    case 'tool-input-available':
    case 'tool-input-error':
      return [findTool(chunk)];
    case 'source-url':
      return sourceChange(chunk);
    case 'abort':
      return finishChange('abort');
    default:
      return finishChange(chunk?.finishReason);
  }
}

/** Finds the tokens, which many servers send as `usage` or `totalUsage` in the metadata of the message. */
function findAiSdkUsage(metadata: unknown): readonly PartChange[] {
  const { usage, totalUsage } = Object(metadata) as { usage?: Maybe<UsageMetadata>; totalUsage?: Maybe<UsageMetadata> };
  const figures = totalUsage ?? usage;
  return usageChange(figures?.inputTokens, figures?.outputTokens);
}

/** Reads the parts of the AI SDK's UI message stream: text, reasoning, tool calls and sources. */
export const aiSdkParts: PartsPreset<'events', AiSdkChunk> = /* @__PURE__ */ defineEventParts<AiSdkChunk>(
  { requireUntil: isUiMessageComplete, fail: findAiSdkError },
  (chunk) => [...findPart(chunk), ...findAiSdkUsage(chunk?.messageMetadata)],
);
