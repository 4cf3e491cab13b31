import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { asText } from './asText.ts';
import { defineEventPreset } from './defineEventPreset.ts';
import { type ErrorChunk, findProviderError } from './findProviderError.ts';
import type { Maybe } from './Maybe.ts';
import type { StreamPreset } from './StreamPreset.ts';

/** A part of a UI message stream. Which of the fields it has depends on its type. */
export interface AiSdkChunk extends ErrorChunk {
  /** For example `text-delta`, `reasoning-delta`, `tool-input-available` or `data-weather`. */
  readonly type?: Maybe<string>;
  /** The id of a text, of reasoning or of data. */
  readonly id?: Maybe<string>;
  /** What the part adds to a text or to reasoning. */
  readonly delta?: Maybe<string>;
  /** What failed: the stream in a part of the type `error`, else a tool. */
  readonly errorText?: Maybe<string>;
  readonly messageId?: Maybe<string>;
  /** What the server says of the message, such as its usage. */
  readonly messageMetadata?: unknown;
  /** Why the message ends, in `finish`: for example `stop`, `length`, `content-filter` or `tool-calls`. */
  readonly finishReason?: Maybe<string>;
  /** Why the server aborted the message, in `abort`. */
  readonly reason?: Maybe<string>;
  readonly toolCallId?: Maybe<string>;
  readonly toolName?: Maybe<string>;
  /** A piece of a tool's input as JSON text. */
  readonly inputTextDelta?: Maybe<string>;
  /** The whole input of a tool. */
  readonly input?: unknown;
  readonly output?: unknown;
  readonly providerExecuted?: Maybe<boolean>;
  readonly dynamic?: Maybe<boolean>;
  readonly preliminary?: Maybe<boolean>;
  readonly approvalId?: Maybe<string>;
  readonly sourceId?: Maybe<string>;
  readonly url?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly mediaType?: Maybe<string>;
  readonly filename?: Maybe<string>;
  /** The data of a part whose type starts with `data-`. */
  readonly data?: unknown;
  readonly transient?: Maybe<boolean>;
  readonly providerMetadata?: Maybe<Readonly<Record<string, unknown>>>;
}

/** Selects the text that a part adds. Reasoning, tools, sources, files and data are left out. */
export function selectAiSdkText(chunk: Maybe<AiSdkChunk>): string | undefined {
  return chunk?.type === 'text-delta' ? asText(chunk.delta) : undefined;
}

/** Tells whether the message is complete. `abort` ends it, too: the server says that nothing will follow. */
export function isUiMessageComplete(chunk: Maybe<AiSdkChunk>): boolean | undefined {
  switch (chunk?.type) {
    case 'finish':
    case 'abort':
      return true;
    case 'start':
      return false;
    default:
      return undefined;
  }
}

export function findAiSdkError(chunk: Maybe<AiSdkChunk>, event?: ServerSentEvent): unknown {
  if (chunk?.type === 'error') return chunk.errorText || chunk;
  return findProviderError(chunk, event);
}

/**
 * Reads the UI message stream of the AI SDK, version 5 and later. See "Stream Protocols: Data Stream Protocol" in its
 * documentation. As in the AI SDK, a tool that failed does not fail the stream, because the model continues.
 */
export const aiSdk: StreamPreset<'events', AiSdkChunk> = /* @__PURE__ */ defineEventPreset<AiSdkChunk>({
  requireUntil: isUiMessageComplete,
  fail: findAiSdkError,
  select: selectAiSdkText,
});
