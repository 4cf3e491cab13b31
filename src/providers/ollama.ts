import { concat } from '../core/items/accumulators/concat.ts';
import { asText } from './asText.ts';
import { type ErrorChunk, findProviderError } from './findProviderError.ts';
import type { Maybe } from './Maybe.ts';
import { isEndMarker } from './isEndMarker.ts';
import { parseObject } from './parseChunk.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** A tool call, which comes in one piece. */
interface OllamaToolCall {
  readonly id?: Maybe<string>;
  readonly function?: Maybe<{
    readonly index?: Maybe<number>;
    readonly name?: Maybe<string>;
    readonly arguments?: Maybe<Readonly<Record<string, unknown>>>;
  }>;
}

/** A line of Ollama's `/api/chat` and `/api/generate`. */
export interface OllamaChunk extends ErrorChunk {
  readonly model?: Maybe<string>;
  readonly created_at?: Maybe<string>;
  /** What `/api/chat` adds. */
  readonly message?: Maybe<{
    readonly role?: Maybe<string>;
    readonly content?: Maybe<string>;
    readonly thinking?: Maybe<string>;
    readonly images?: Maybe<readonly string[]>;
    readonly tool_calls?: Maybe<readonly OllamaToolCall[]>;
  }>;
  /** What `/api/generate` adds to the text. */
  readonly response?: Maybe<string>;
  /** What `/api/generate` adds to the thinking. */
  readonly thinking?: Maybe<string>;
  /** Whether this is the last line, which has the figures below. */
  readonly done?: Maybe<boolean>;
  /** Why the answer ends, for example `stop` or `length`. */
  readonly done_reason?: Maybe<string>;
  /** The tokens of the prompt. */
  readonly prompt_eval_count?: Maybe<number>;
  /** The tokens of the answer. */
  readonly eval_count?: Maybe<number>;
  /** Durations are in nanoseconds. */
  readonly total_duration?: Maybe<number>;
  readonly load_duration?: Maybe<number>;
  readonly prompt_eval_duration?: Maybe<number>;
  readonly eval_duration?: Maybe<number>;
  /** The conversation so far, encoded for the next call of `/api/generate`. */
  readonly context?: Maybe<readonly number[]>;
}

/** Selects the text that a line adds. Thinking, tool calls and images are left out. */
export function selectOllamaText(chunk: Maybe<OllamaChunk>): string | undefined {
  return asText(chunk?.message?.content ?? chunk?.response);
}

/** Tells that the answer is complete after the last line. */
export function isOllamaComplete(chunk: Maybe<OllamaChunk>): true | undefined {
  return chunk?.done === true ? true : undefined;
}

/** Reads the JSON lines of Ollama's `/api/chat` and `/api/generate`. See "Streaming" and "Errors" in Ollama's documentation. */
export const ollama: StreamPreset<'json-lines', OllamaChunk> = {
  as: 'json-lines',
  parse: parseObject,
  until: isEndMarker,
  requireUntil: isOllamaComplete,
  fail: findProviderError,
  select: selectOllamaText,
  accumulate: /* @__PURE__ */ concat(),
};
