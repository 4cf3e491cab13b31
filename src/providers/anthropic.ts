import { asText } from './asText.ts';
import { defineEventPreset } from './defineEventPreset.ts';
import type { ErrorChunk } from './findProviderError.ts';
import type { Maybe } from './Maybe.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** The tokens so far. `message_start` has those of the input, `message_delta` the final figures. */
interface AnthropicUsage {
  readonly input_tokens?: Maybe<number>;
  readonly output_tokens?: Maybe<number>;
  readonly cache_creation_input_tokens?: Maybe<number>;
  readonly cache_read_input_tokens?: Maybe<number>;
  readonly server_tool_use?: Maybe<{ readonly web_search_requests?: Maybe<number> }>;
}

/** The message as it starts. */
interface AnthropicMessage {
  readonly id?: Maybe<string>;
  readonly type?: Maybe<string>;
  readonly role?: Maybe<string>;
  readonly model?: Maybe<string>;
  readonly stop_reason?: Maybe<string>;
  readonly stop_sequence?: Maybe<string>;
  readonly usage?: Maybe<AnthropicUsage>;
}

/** A block as it starts. */
interface AnthropicBlock {
  /** For example `text`, `thinking`, `redacted_thinking`, `tool_use` or `server_tool_use`. */
  readonly type?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly thinking?: Maybe<string>;
  readonly signature?: Maybe<string>;
  /** The encrypted data of a `redacted_thinking` block. */
  readonly data?: Maybe<string>;
  /** The id of a tool call. */
  readonly id?: Maybe<string>;
  /** The tool's name. */
  readonly name?: Maybe<string>;
  readonly input?: unknown;
  /** The results of a `web_search_tool_result`, or its error. */
  readonly content?: unknown;
}

/** A passage that the answer cites, of a page or of a document. */
interface AnthropicCitation {
  /** For example `web_search_result_location` or `char_location`. */
  readonly type?: Maybe<string>;
  readonly cited_text?: Maybe<string>;
  readonly url?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly document_index?: Maybe<number>;
  readonly document_title?: Maybe<string>;
}

/** What a `content_block_delta` adds to a block, or what a `message_delta` says of the message. */
interface AnthropicDelta {
  /** For example `text_delta`, `thinking_delta`, `signature_delta`, `input_json_delta` or `citations_delta`. */
  readonly type?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly thinking?: Maybe<string>;
  readonly signature?: Maybe<string>;
  /** A piece of a tool's input as JSON text. */
  readonly partial_json?: Maybe<string>;
  readonly citation?: Maybe<AnthropicCitation>;
  /** Why the message ends, for example `end_turn`, `max_tokens`, `stop_sequence`, `tool_use` or `refusal`. */
  readonly stop_reason?: Maybe<string>;
  readonly stop_sequence?: Maybe<string>;
}

/** An event of Anthropic's Messages API. Which of the fields it has depends on its type. */
export interface AnthropicChunk extends ErrorChunk {
  /** For example `message_start`, `content_block_delta`, `message_delta` or `message_stop`. */
  readonly type?: Maybe<string>;
  /** The message, in `message_start`. */
  readonly message?: Maybe<AnthropicMessage>;
  /** The number of the block that the event belongs to. */
  readonly index?: Maybe<number>;
  /** The block, in `content_block_start`. */
  readonly content_block?: Maybe<AnthropicBlock>;
  readonly delta?: Maybe<AnthropicDelta>;
  /** The tokens, in `message_delta`. */
  readonly usage?: Maybe<AnthropicUsage>;
  /** The id of the request, beside an error. */
  readonly request_id?: Maybe<string>;
}

/** Selects the text that an event adds. Thinking, tool calls, citations and signatures are left out. */
export function selectAnthropicText(chunk: Maybe<AnthropicChunk>): string | undefined {
  return chunk?.delta?.type === 'text_delta' ? asText(chunk.delta.text) : undefined;
}

/** Tells whether the message is complete. A relay may send several messages in one response. */
export function isMessageComplete(chunk: Maybe<AnthropicChunk>): boolean | undefined {
  if (chunk?.type === 'message_stop') return true;
  if (chunk?.type === 'message_start') return false;
  return undefined;
}

/** Reads Anthropic's Messages API. See "Streaming messages" in the documentation of the Claude Developer Platform. */
export const anthropic: StreamPreset<'events', AnthropicChunk> = /* @__PURE__ */ defineEventPreset<AnthropicChunk>({
  requireUntil: isMessageComplete,
  select: selectAnthropicText,
});
