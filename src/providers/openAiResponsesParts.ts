import { asNumber } from './asNumber.ts';
import { asText } from './asText.ts';
import type { Maybe } from './Maybe.ts';
import { isResponseComplete, findResponseError, type OpenAiResponsesChunk } from './openAiResponses.ts';
import { finishChange } from './parts/finishChange.ts';
import { sourceChange } from './parts/sourceChange.ts';
import { usageChange } from './parts/usageChange.ts';
import type { PartChange } from './parts/PartChange.ts';
import { defineEventParts } from './parts/defineParts.ts';
import type { PartsPreset } from './parts/PartsPreset.ts';

/** Tells the kind of part that an event such as `response.output_text.delta` is about, by its middle. */
function findType(subject: string): 'text' | 'reasoning' | 'tool' | undefined {
  switch (subject) {
    case 'output_text':
      return 'text';
    case 'reasoning_text':
    case 'reasoning_summary_text':
      return 'reasoning';
    case 'function_call_arguments':
    case 'custom_tool_call_input':
    case 'mcp_call_arguments':
      return 'tool';
    default:
      return undefined;
  }
}

/** Finds how a tool call begins or ends. Other items of the output have events for their parts. */
function findItem({ item, output_index: index }: OpenAiResponsesChunk, close: boolean): readonly PartChange[] {
  const isTool = item?.type === 'function_call' || item?.type === 'custom_tool_call' || item?.type === 'mcp_call';
  if (!isTool) return [];
  return [
    {
      at: `tool ${asNumber(index)}`,
      type: 'tool',
      // The output of a tool refers to `call_id`, which a call that OpenAI has run itself does not have.
      id: asText(item.call_id) ?? asText(item.id),
      name: asText(item.name),
      wholeInput: asText(item.arguments) ?? asText(item.input),
      close,
    },
  ];
}

function findAddition(chunk: OpenAiResponsesChunk, subject: string, event: string | undefined): readonly PartChange[] {
  const type = findType(subject);
  if (!type) return [];
  if (type === 'tool') {
    // `output_item.done` ends the call.
    return event === 'delta' ? [{ at: `tool ${asNumber(chunk.output_index)}`, type, text: asText(chunk.delta) }] : [];
  }
  const place = [chunk.output_index, chunk.content_index, chunk.summary_index].map(asNumber);
  const at = `${subject} ${place}`;
  return event === 'delta' ? [{ at, type, text: asText(chunk.delta) }] : [{ at, close: true }];
}

function findEnd(chunk: OpenAiResponsesChunk, status: string): readonly PartChange[] {
  const { response } = chunk;
  return [
    ...finishChange(asText(response?.incomplete_details?.reason) ?? asText(response?.status) ?? status),
    ...usageChange(response?.usage?.input_tokens, response?.usage?.output_tokens),
  ];
}

function findOpenAiResponsesChanges(chunk: Maybe<OpenAiResponsesChunk>): readonly PartChange[] {
  const [prefix, subject = '', event] = asText(chunk?.type)?.split('.') ?? [];
  if (!chunk || prefix !== 'response') return [];
  if (subject === 'completed' || subject === 'incomplete') return findEnd(chunk, subject);
  if (subject === 'output_item') return findItem(chunk, event === 'done');
  // `response.output_text.annotation.added`
  if (event === 'annotation') return sourceChange(chunk.annotation);
  return findAddition(chunk, subject, event);
}

/** Reads the parts of OpenAI's Responses API: text, reasoning and its summaries, tool calls and sources. */
export const openAiResponsesParts: PartsPreset<'events', OpenAiResponsesChunk> = /* @__PURE__ */ defineEventParts(
  { requireUntil: isResponseComplete, fail: findResponseError },
  findOpenAiResponsesChanges,
);
