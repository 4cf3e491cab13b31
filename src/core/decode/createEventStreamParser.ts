import { callSafely } from '../platform/callSafely.ts';
import { reportException } from '../platform/reportException.ts';
import { createUnfinishedLine } from './createUnfinishedLine.ts';
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
const lineFeed = 0x0a;
const space = 0x20;
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
  const unfinishedLine = createUnfinishedLine(onComment ? maxEventSize : 0);
  /** Whether the latest chunk has ended inside a line. */
  let isMidLine = false;
  let lastEventId = initialLastEventId;
  let idBuffer: string | undefined;
  let typeBuffer = '';
  let dataBuffer: string | undefined;
  /** The length of the data buffer with a line feed after each line. */
  let dataSize = 0;
  /** The character that is skipped if the next chunk starts with it: a BOM at first, an LF after a CR. */
  let skippedCharacter = byteOrderMark;
  let queued = '';
  /** Where parsing the current text stops. It is 0 between texts, and once a callback has ended or reset the stream. */
  let limit = 0;
  let hasFailed = false;

  function discardEvent(): void {
    idBuffer = undefined;
    typeBuffer = '';
    dataBuffer = undefined;
    dataSize = 0;
  }

  function end(): void {
    // [spec] Once the end of the file is reached, any pending data must be discarded. (If the file ends in the middle of
    // [spec] an event, before the final empty line, the incomplete event is not dispatched.)
    discardEvent();
    decoder.end();
    unfinishedLine.take();
    isMidLine = false;
    skippedCharacter = byteOrderMark;
    queued = '';
    limit = 0;
  }

  function fail(): never {
    end();
    hasFailed = true;
    throw new StreamError('event-too-large', `An event exceeds ${maxEventSize} characters.`);
  }

  function checkSize(added: number): void {
    if (typeBuffer.length + dataSize + added > maxEventSize) fail();
  }

  function commitId(id: string): void {
    // [spec] Set the last event ID string of the event source to the value of the last event ID buffer. The buffer does
    // [spec] not get reset, so the value remains set this way until the next time it is set by the server.
    // IDs are compared only for a listener, because that takes V8 about as long as parsing one.
    const isNews = onLastEventId !== undefined && id !== lastEventId;
    lastEventId = id;
    if (isNews) callSafely(onLastEventId, id);
  }

  function dispatch(data: string | undefined): void {
    if (idBuffer !== undefined) {
      commitId(idBuffer);
      // The callback has ended or reset the stream.
      if (limit === 0) return;
    }
    const type = typeBuffer || 'message';
    // [spec] Set the data buffer and the event type buffer to the empty string.
    discardEvent();
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and
    // [spec] return.
    if (data === undefined) return;
    // [spec] Initialize event's type attribute to "message", its data attribute to data. If the event type buffer has a
    // [spec] value other than the empty string, change the type of the newly created event to equal it.
    try {
      onEvent({ type, data, lastEventId });
    } catch (exception) {
      // [non-spec] As for a listener in the DOM, an exception in a callback is reported and the stream continues.
      reportException(exception);
    }
  }

  /** Returns the value of a field of an event, whose colon is before `start`. */
  function readValue(text: string, start: number, lineEnd: number): string {
    const value = sliceValue(text, start, lineEnd);
    checkSize(value.length);
    return value;
  }

  /** Returns the data buffer with another line of data. */
  function joinData(value: string): string {
    checkSize(value.length);
    // [spec] If the field name is "data": append the field value to the data buffer, then append a single U+000A LINE
    // [spec] FEED (LF) character to the data buffer.
    // [spec] (On dispatch) If the data buffer's last character is a U+000A LINE FEED (LF) character, then remove the
    // [spec] last character from the data buffer.
    return dataBuffer === undefined ? value : dataBuffer + ('\n' + value);
  }

  function keepData(data: string): void {
    dataBuffer = data;
    dataSize = data.length + 1;
  }

  function reportComment(comment: string): void {
    // [non-spec] A comment is not part of an event, so the stream does not fail if one is too long.
    if (comment.length <= maxEventSize) callSafely(onComment, comment);
  }

  function parseLine(line: string): void {
    if (isData(line, 0)) keepData(joinData(sliceValue(line, 5, line.length)));
    else parseField(line, 0, line.length);
  }

  /** Parses a line that is not data. */
  function parseField(text: string, start: number, lineEnd: number): void {
    if (text.startsWith('eve', start) && text.startsWith('nt:', start + 3)) {
      // [spec] If the field name is "event": set the event type buffer to field value.
      typeBuffer = readValue(text, start + 6, lineEnd);
    } else if (text.startsWith('id:', start)) {
      // [spec] If the field name is "id": if the field value does not contain U+0000 NULL, then set the last event ID
      // [spec] buffer to the field value. Otherwise, ignore the field.
      const id = readValue(text, start + 3, lineEnd);
      if (!id.includes('\0')) idBuffer = id;
    } else if (text.startsWith(':', start)) {
      // [spec] If the line starts with a U+003A COLON character (:): ignore the line.
      // [non-spec] A comment is reported if somebody listens.
      if (onComment) reportComment(sliceValue(text, start + 1, lineEnd));
    } else {
      parseRareField(text, start, lineEnd);
    }
  }

  function parseRareField(text: string, start: number, lineEnd: number): void {
    // [spec] If the line is empty (a blank line): dispatch the event.
    if (start === lineEnd) {
      dispatch(dataBuffer);
      return;
    }
    const line = text.slice(start, lineEnd);
    if (line.startsWith('retry:')) {
      // [spec] If the field name is "retry": if the field value consists of only ASCII digits, then interpret the field
      // [spec] value as an integer in base ten, and set the event stream's reconnection time to that integer. Otherwise,
      // [spec] ignore the field.
      const time = readValue(line, 6, line.length);
      if (onRetry && digits.test(time)) callSafely(onRetry, Number(time));
    }
    // [spec] Otherwise, the string is not empty but does not contain a U+003A COLON character (:): process the field using
    // [spec] the whole line as the field name, and the empty string as the field value.
    else if (line === 'data') keepData(joinData(''));
    else if (line === 'event') typeBuffer = '';
    else if (line === 'id') idBuffer = '';
    // [spec] Otherwise: the field is ignored.
  }

  function keepUnfinished(text: string): void {
    isMidLine = true;
    checkSize(unfinishedLine.append(text));
  }

  function parse(text: string): void {
    limit = text.length;
    let position = skippedCharacter !== '' && text.startsWith(skippedCharacter) ? 1 : 0;
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
      if (isMidLine) {
        isMidLine = false;
        parseLine(unfinishedLine.take() + text.slice(start, lineEnd));
      } else if (isData(text, start)) {
        const data = joinData(sliceValue(text, start + 5, lineEnd));
        // Most events end with a line of data and a blank line. Both are parsed at once, which saves a turn.
        if (text.charCodeAt(position) === lineFeed) {
          position += 1;
          dispatch(data);
        } else {
          keepData(data);
        }
      } else {
        parseField(text, start, lineEnd);
      }
    }
    limit = 0;
  }

  function parseQueued(): void {
    while (queued !== '') {
      const text = queued;
      queued = '';
      parse(text);
    }
  }

  return {
    get lastEventId() {
      return lastEventId;
    },
    push(chunk) {
      if (hasFailed) return;
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk);
      if (limit > 0) {
        queued += text;
      } else if (isMidLine && !text.includes('\n') && !text.includes('\r')) {
        keepUnfinished(text);
      } else if (text !== '') {
        parse(text);
        parseQueued();
      }
    },
    end,
    reset() {
      lastEventId = initialLastEventId;
      hasFailed = false;
      end();
    },
  };
}

/** Tells whether a line of data starts at `start`. V8 compares up to three characters in place, and more of them by a call. */
function isData(text: string, start: number): boolean {
  return text.startsWith('dat', start) && text.startsWith('a:', start + 3);
}

/** Returns the value of a field whose colon is before `start`. */
function sliceValue(text: string, start: number, lineEnd: number): string {
  // [spec] Collect the characters on the line after the first U+003A COLON character (:), and let value be that string.
  // [spec] If value starts with a U+0020 SPACE character, remove it from value.
  return text.slice(text.charCodeAt(start) === space ? start + 1 : start, lineEnd);
}

/** Returns where `character` is found at or after `start`, or the end of the text. */
function indexOrEnd(text: string, character: string, start: number): number {
  const index = text.indexOf(character, start);
  return index === -1 ? text.length : index;
}
