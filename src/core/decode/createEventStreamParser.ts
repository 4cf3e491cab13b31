import { callSafely } from '../platform/callSafely.ts';
import { createUtf8Decoder } from './createUtf8Decoder.ts';
import { defaultMaxEventSize } from './Decoder.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { StreamError } from '../StreamError.ts';

/** What an event stream parser reports, and what it starts from. */
export interface EventStreamParserOptions {
  /** Receives each event as soon as the blank line after it arrives. What it throws is reported, and parsing continues. */
  onEvent: (event: ServerSentEvent) => void;
  /** Receives the reconnection time, in milliseconds, of each valid `retry` field. */
  onRetry?: ((reconnectionTime: number) => void) | undefined;
  /** Receives each last event ID that differs from the one before, when the blank line after it arrives. */
  onLastEventId?: ((lastEventId: string) => void) | undefined;
  /** Receives the text of each comment, without its colon and one space. A comment longer than `maxEventSize` is ignored. */
  onComment?: ((comment: string) => void) | undefined;
  /**
   * How many characters one unfinished event may hold: its type, its data and its unfinished line, plus one for each line
   * of data.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
  /**
   * The last event ID to start from, for example after a reconnection.
   *
   * @default ''
   */
  lastEventId?: string | undefined;
}

/** A parser for one event stream after another. */
export interface EventStreamParser {
  /** The last event ID that a blank line has committed, including those of blocks without data. */
  readonly lastEventId: string;
  /**
   * Parses the next chunk. A chunk that a callback pushes is parsed after the current one, or at once if the callback has
   * ended or reset the stream.
   *
   * @throws {StreamError} `event-too-large` once, when an event exceeds `maxEventSize`. Later chunks are ignored until
   *   `reset()`.
   */
  push(chunk: Uint8Array | string): void;
  /** Ends the stream: the unfinished event and its ID are discarded. The next chunk begins a stream with the same last event ID. */
  end(): void;
  /** Returns to the initial state. In a callback it also discards the rest of the current chunk. */
  reset(): void;
}

const byteOrderMark = '\uFEFF';

/** The length of the longest field name with its colon and space. */
const longestPrefix = 7;

/** How many characters of an unfinished line are kept as separate chunks, which cost memory and garbage collection. */
const longestPiece = 16_384;

/** Stands for an unfinished line that cannot become a known field. */
const ignoredLine = ' ';

const digits = /^\d+$/;

/** Creates a parser for event streams as the HTML Standard defines them (§9.2.5–9.2.6). */
export function createEventStreamParser({
  onEvent,
  onRetry,
  onLastEventId,
  onComment,
  maxEventSize = defaultMaxEventSize,
  lastEventId: initialLastEventId = '',
}: EventStreamParserOptions): EventStreamParser {
  const decoder = createUtf8Decoder();
  /** What the lines that are parsed start with, by its first character. Comments are ignored if nobody listens to them. */
  const prefixes: Record<string, string | undefined> = {
    d: 'data:',
    e: 'event:',
    i: 'id:',
    r: 'retry:',
    ':': onComment && ':',
  };
  let lastEventId = initialLastEventId;
  let idBuffer = lastEventId;
  let typeBuffer = '';
  let dataBuffer: string | undefined;
  /** Appending to a string is cheap because engines defer the copy: the line is copied once, when it ends. */
  let unfinishedLine = '';
  /** The latest part of the unfinished line, which is not yet appended to it. */
  let piece = '';
  let isUnfinishedComment = false;
  /** The character that is skipped if the next chunk starts with it: a BOM at first, an LF after a CR. */
  let skippedCharacter = byteOrderMark;
  let queued = '';
  /** Where parsing the current text stops. It is 0 between texts, and once a callback has ended or reset the stream. */
  let limit = 0;
  let hasFailed = false;

  function discardEvent(): void {
    idBuffer = lastEventId;
    typeBuffer = '';
    dataBuffer = undefined;
  }

  function end(): void {
    // [spec] Once the end of the file is reached, any pending data must be discarded. (If the file ends in the middle of
    // [spec] an event, before the final empty line, the incomplete event is not dispatched.)
    discardEvent();
    decoder.end();
    skippedCharacter = byteOrderMark;
    queued = '';
    unfinishedLine = '';
    piece = '';
    limit = 0;
  }

  function checkSize(added: number): void {
    // Each line of data counts one more, for its line feed.
    const dataSize = dataBuffer === undefined ? 0 : dataBuffer.length + 1;
    if (typeBuffer.length + dataSize + added <= maxEventSize) return;
    end();
    hasFailed = true;
    throw new StreamError('event-too-large', `An event exceeds ${maxEventSize} characters.`);
  }

  function dispatch(data: string | undefined): void {
    // [spec] Set the last event ID string of the event source to the value of the last event ID buffer. The buffer does
    // [spec] not get reset, so the value remains set this way until the next time it is set by the server.
    if (lastEventId !== idBuffer) {
      lastEventId = idBuffer;
      callSafely(onLastEventId, lastEventId);
      // The callback has ended or reset the stream.
      if (limit === 0) return;
    }
    const type = typeBuffer || 'message';
    // [spec] Set the data buffer and the event type buffer to the empty string.
    discardEvent();
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and
    // [spec] return.
    // [spec] Initialize event's type attribute to "message", its data attribute to data. If the event type buffer has a
    // [spec] value other than the empty string, change the type of the newly created event to equal it.
    // [non-spec] As for a listener in the DOM, an exception in a callback is reported and the stream continues.
    if (data !== undefined) callSafely(onEvent, { type, data, lastEventId });
  }

  function parseLine(text: string, start: number, lineEnd: number): void {
    const prefix = prefixes[text[start] as string];
    // [spec] If the line starts with a U+003A COLON character (:): ignore the line.
    // [spec] Otherwise: the field is ignored.
    if (!prefix) return;
    let valueStart = start + prefix.length;
    if (text.startsWith(prefix, start)) {
      // [spec] Collect the characters on the line after the first U+003A COLON character (:), and let value be that
      // [spec] string. If value starts with a U+0020 SPACE character, remove it from value.
      if (text[valueStart] === ' ') valueStart += 1;
    } else if (text.slice(start, lineEnd) + ':' === prefix) {
      // [spec] Otherwise, the string is not empty but does not contain a U+003A COLON character (:): process the field
      // [spec] using the whole line as the field name, and the empty string as the field value.
      valueStart = lineEnd;
    } else {
      return;
    }
    const value = text.slice(valueStart, lineEnd);
    if (prefix === ':') {
      // [non-spec] A comment is reported if somebody listens.
      if (value.length <= maxEventSize) callSafely(onComment, value);
      return;
    }
    checkSize(value.length);
    if (prefix === 'data:') {
      // [spec] If the field name is "data": append the field value to the data buffer, then append a single U+000A LINE
      // [spec] FEED (LF) character to the data buffer.
      // [spec] (On dispatch) If the data buffer's last character is a U+000A LINE FEED (LF) character, then remove the
      // [spec] last character from the data buffer.
      dataBuffer = dataBuffer === undefined ? value : dataBuffer + '\n' + value;
    } else if (prefix === 'event:') {
      // [spec] If the field name is "event": set the event type buffer to field value.
      typeBuffer = value;
    } else if (prefix === 'id:') {
      // [spec] If the field name is "id": if the field value does not contain U+0000 NULL, then set the last event ID
      // [spec] buffer to the field value. Otherwise, ignore the field.
      if (!value.includes('\0')) idBuffer = value;
    } else if (digits.test(value)) {
      // [spec] If the field name is "retry": if the field value consists of only ASCII digits, then interpret the field
      // [spec] value as an integer in base ten, and set the event stream's reconnection time to that integer. Otherwise,
      // [spec] ignore the field.
      callSafely(onRetry, Number(value));
    }
  }

  function keepUnfinished(text: string): void {
    if (unfinishedLine === ignoredLine) return;
    if (unfinishedLine.length >= longestPrefix) {
      piece += text;
      if (piece.length > longestPiece) {
        // Reading a character makes the engine join the chunks.
        piece.charCodeAt(0);
        unfinishedLine += piece;
        piece = '';
      }
    } else {
      unfinishedLine += text;
      // [non-spec] A line that will be ignored is not kept, however long it gets.
      const prefix = prefixes[unfinishedLine[0] as string];
      isUnfinishedComment = prefix === ':';
      if (!prefix?.startsWith(unfinishedLine.slice(0, prefix.length))) unfinishedLine = ignoredLine;
    }
    // The prefix does not count.
    const size = unfinishedLine.length + piece.length - longestPrefix;
    if (!isUnfinishedComment) {
      checkSize(size);
    } else if (size > maxEventSize) {
      // [non-spec] A comment is not part of an event, so it is dropped.
      unfinishedLine = ignoredLine;
      piece = '';
    }
  }

  function parse(): void {
    const text = queued;
    queued = '';
    limit = text.length;
    let position = text[0] === skippedCharacter ? 1 : 0;
    skippedCharacter = '';
    let nextLineFeed = -1;
    let nextCarriageReturn = -1;
    // [spec] Lines must be separated by either a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF) character pair, a single
    // [spec] U+000A LINE FEED (LF) character, or a single U+000D CARRIAGE RETURN (CR) character.
    while (position < limit) {
      const start = position;
      // An ending is searched for only once the one before is used up: a lone CR in a long chunk is not looked for at each line.
      if (nextLineFeed < start) nextLineFeed = indexOrEnd(text, '\n', start);
      if (nextCarriageReturn < start) nextCarriageReturn = indexOrEnd(text, '\r', start);
      const lineEnd = Math.min(nextLineFeed, nextCarriageReturn);
      if (lineEnd === text.length) {
        keepUnfinished(text.slice(start));
        break;
      }
      position = lineEnd + 1;
      // A CR ends its line at once: waiting to see whether an LF follows would hold an event back until the next chunk.
      if (lineEnd === nextCarriageReturn) {
        if (position === text.length) skippedCharacter = '\n';
        else if (position === nextLineFeed) position += 1;
      }
      if (unfinishedLine) {
        const line = unfinishedLine + piece + text.slice(start, lineEnd);
        unfinishedLine = '';
        piece = '';
        parseLine(line, 0, line.length);
      } else if (start === lineEnd) {
        // [spec] If the line is empty (a blank line): dispatch the event.
        dispatch(dataBuffer);
      } else if (text.startsWith('dat', start) && text.startsWith('a:', start + 3)) {
        // Most lines are data, and most events are one line of data and a blank line: parsed here, without another turn,
        // short events take half the time. V8 compares up to three characters in place, and more of them by a call.
        const value = text.slice(start + (text[start + 5] === ' ' ? 6 : 5), lineEnd);
        checkSize(value.length);
        if (dataBuffer !== undefined) {
          dataBuffer += '\n' + value;
        } else if (text[position] === '\n') {
          position += 1;
          dispatch(value);
        } else {
          dataBuffer = value;
        }
      } else {
        parseLine(text, start, lineEnd);
      }
    }
    limit = 0;
  }

  return {
    get lastEventId() {
      return lastEventId;
    },
    push(chunk) {
      if (hasFailed) return;
      queued += typeof chunk === 'string' ? chunk : decoder.decode(chunk);
      while (queued && limit === 0) parse();
    },
    end,
    reset() {
      lastEventId = initialLastEventId;
      hasFailed = false;
      end();
    },
  };
}

/** Returns where `character` is found at or after `start`, or the end of the text. */
function indexOrEnd(text: string, character: string, start: number): number {
  const index = text.indexOf(character, start);
  return index === -1 ? text.length : index;
}
