import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { asText } from './asText.ts';
import { defineEventPreset } from './defineEventPreset.ts';
import { type ErrorChunk, findProviderError } from './findProviderError.ts';
import type { Maybe } from './Maybe.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** A part of a message or of reasoning. */
interface ResponsePart {
  /** For example `output_text`, `refusal`, `reasoning_text` or `summary_text`. */
  readonly type?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly refusal?: Maybe<string>;
  readonly annotations?: Maybe<readonly unknown[]>;
}

/** An item of a response's output: a message, reasoning or a tool call. */
interface ResponseItem {
  readonly id?: Maybe<string>;
  /** For example `message`, `reasoning` or `function_call`. */
  readonly type?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly role?: Maybe<string>;
  readonly content?: Maybe<readonly ResponsePart[]>;
  readonly summary?: Maybe<readonly ResponsePart[]>;
  /** What the output of a tool call refers to. */
  readonly call_id?: Maybe<string>;
  /** The tool's name. */
  readonly name?: Maybe<string>;
  /** The tool's arguments as JSON text. */
  readonly arguments?: Maybe<string>;
  /** The input of a custom tool, which may be any text. */
  readonly input?: Maybe<string>;
}

/** A passage that the answer cites. */
interface ResponseAnnotation {
  /** For example `url_citation`, `file_citation` or `file_path`. */
  readonly type?: Maybe<string>;
  readonly url?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly start_index?: Maybe<number>;
  readonly end_index?: Maybe<number>;
  readonly file_id?: Maybe<string>;
  readonly filename?: Maybe<string>;
}

/** The tokens of a whole response. */
interface ResponseUsage {
  readonly input_tokens?: Maybe<number>;
  readonly input_tokens_details?: Maybe<{ readonly cached_tokens?: Maybe<number> }>;
  readonly output_tokens?: Maybe<number>;
  readonly output_tokens_details?: Maybe<{ readonly reasoning_tokens?: Maybe<number> }>;
  readonly total_tokens?: Maybe<number>;
}

/** The response as far as it has come. */
interface ResponseSnapshot extends ErrorChunk {
  readonly id?: Maybe<string>;
  readonly model?: Maybe<string>;
  /** `in_progress`, `completed`, `incomplete`, `failed`, `cancelled` or `queued`. */
  readonly status?: Maybe<string>;
  /** Why the response is incomplete, for example `max_output_tokens`. */
  readonly incomplete_details?: Maybe<{ readonly reason?: Maybe<string> }>;
  readonly output?: Maybe<readonly ResponseItem[]>;
  readonly usage?: Maybe<ResponseUsage>;
}

/** An event of OpenAI's Responses API. Which of the fields it has depends on its type. */
export interface OpenAiResponsesChunk extends ErrorChunk {
  /** For example `response.output_text.delta`. */
  readonly type?: Maybe<string>;
  readonly sequence_number?: Maybe<number>;
  /** The response, in the events of its life such as `response.created` and `response.completed`. */
  readonly response?: Maybe<ResponseSnapshot>;
  /** The item that is added or done. */
  readonly item?: Maybe<ResponseItem>;
  readonly item_id?: Maybe<string>;
  readonly output_index?: Maybe<number>;
  readonly content_index?: Maybe<number>;
  readonly summary_index?: Maybe<number>;
  /** The part that is added or done. */
  readonly part?: Maybe<ResponsePart>;
  /** What the event adds: to the text, a refusal, reasoning or the arguments of a tool call. */
  readonly delta?: Maybe<string>;
  /** The whole text, in events that end a text. */
  readonly text?: Maybe<string>;
  /** The whole refusal. */
  readonly refusal?: Maybe<string>;
  /** The tool's name, with its whole arguments. */
  readonly name?: Maybe<string>;
  /** The whole arguments of a tool call as JSON text. */
  readonly arguments?: Maybe<string>;
  readonly annotation?: Maybe<ResponseAnnotation>;
  /** The code of an event of the type `error`. The reference puts its fields here; the servers nest them in `error`. */
  readonly code?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly param?: Maybe<string>;
}

/** Selects the text that an event adds. Refusals, reasoning, tool calls and annotations are left out. */
export function selectOpenAiResponsesText(chunk: Maybe<OpenAiResponsesChunk>): string | undefined {
  return chunk?.type === 'response.output_text.delta' ? asText(chunk.delta) : undefined;
}

/** Tells whether the response is complete. `incomplete` is the model's last word, too: it has reached a limit. */
export function isResponseComplete(chunk: Maybe<OpenAiResponsesChunk>): boolean | undefined {
  switch (chunk?.type) {
    case 'response.completed':
    case 'response.incomplete':
      return true;
    case 'response.created':
      return false;
    default:
      return undefined;
  }
}

export function findResponseError(chunk: Maybe<OpenAiResponsesChunk>, event?: ServerSentEvent): unknown {
  const error = findProviderError(chunk, event);
  if (error) return error;
  if (chunk?.response?.error) return chunk.response.error;
  // A gateway may drop the name of an event, so that only the chunk says that it is an error.
  return chunk?.type === 'error' || chunk?.type === 'response.failed' ? chunk : undefined;
}

/** Reads OpenAI's Responses API. See "Responses: Streaming events" in OpenAI's API reference. */
export const openAiResponses: StreamPreset<'events', OpenAiResponsesChunk> =
  /* @__PURE__ */ defineEventPreset<OpenAiResponsesChunk>({
    requireUntil: isResponseComplete,
    fail: findResponseError,
    select: selectOpenAiResponsesText,
  });
