import { callSafely } from '../platform/callSafely.ts';
import { createUtf8Decoder } from './createUtf8Decoder.ts';
import { defaultMaxEventSize } from './defaultMaxEventSize.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import { StreamError } from '../StreamError.ts';

/** What an event stream parser reports, and where it starts. */
export interface EventStreamParserOptions {
  /** Receives each event as soon as the blank line after it arrives. What it throws is reported and parsing goes on. */
  onEvent: (event: ServerSentEvent) => void;
  /** Receives the reconnection time, in milliseconds, of each valid `retry` field. */
  onRetry?: ((reconnectionTime: number) => void) | undefined;
  /** Receives the text of each comment, without its colon and one space. */
  onComment?: ((comment: string) => void) | undefined;
  /**
   * How much one unfinished event may hold, in characters: its type, its data and its unfinished line, with one for each line of data.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
  /**
   * The last event ID to start from, as after a reconnection.
   *
   * @default ''
   */
  lastEventId?: string | undefined;
}

/** A parser for one event stream after another. */
export interface EventStreamParser {
  /** The last event ID that a blank line has committed, of blocks without data too. */
  readonly lastEventId: string;
  /**
   * Parses the next chunk. Chunks that a callback pushes are parsed after the one being parsed, or at once where the callback has
   * ended or reset that one.
   *
   * @throws {StreamError} `event-too-large` once, when an event goes past `maxEventSize`; later chunks are ignored until `reset()`.
   */
  push(chunk: Uint8Array | string): void;
  /** Ends the stream: the unfinished event and its id are discarded. The next chunk begins a stream with the same last event ID. */
  end(): void;
  /** Starts anew, with the initial last event ID. In a callback it also discards the rest of the chunk being parsed. */
  reset(): void;
}

const byteOrderMark = '\uFEFF';

/** The length of the longest field name with its colon and space. */
const longestPrefix = 7;

/** How many characters of an unfinished line are kept in the chunks that they came in, which memory and its collector pay for. */
const longestPiece = 16_384;

/** Stands for an unfinished line that can become no known field. */
const ignoredLine = ' ';

/** Creates a parser for event streams as the HTML Standard defines them (§9.2.5–9.2.6). */
export function createEventStreamParser({
  onEvent,
  onRetry,
  onComment,
  maxEventSize = defaultMaxEventSize,
  lastEventId: initialLastEventId = '',
}: EventStreamParserOptions): EventStreamParser {
  const decoder = createUtf8Decoder();
  /** The known fields, each with its colon, by the character that they begin with. */
  const names: Record<string, string | undefined> = {
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
  /** Engines keep what is appended as a rope, which the line's end joins once: a line over many chunks stays linear. */
  let unfinishedLine = '';
  /** What follows of it, in the chunks that it came in. */
  let piece = '';
  /** The character that is swallowed where it begins the next chunk: a BOM at first, an LF after a CR. */
  let swallowed = byteOrderMark;
  let queued = '';
  /** The length of the text being parsed, 0 between texts. An end or a reset in a callback stops the text by it. */
  let length = 0;
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
    swallowed = byteOrderMark;
    queued = unfinishedLine = piece = '';
    length = 0;
  }

  function checkSize(added: number): void {
    // Each line of data counts one for its line feed.
    if (typeBuffer.length + (dataBuffer?.length ?? -1) + 1 + added <= maxEventSize) return;
    end();
    hasFailed = true;
    throw new StreamError('event-too-large', `An event exceeds ${maxEventSize} characters.`);
  }

  function dispatch(data: string | undefined): void {
    // [spec] Set the last event ID string of the event source to the value of the last event ID buffer. The buffer does
    // [spec] not get reset, so the value remains set this way until the next time it is set by the server.
    lastEventId = idBuffer;
    const type = typeBuffer || 'message';
    // [spec] Set the data buffer and the event type buffer to the empty string.
    discardEvent();
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and
    // [spec] return.
    // [spec] Initialize event's type attribute to "message", its data attribute to data. If the event type buffer has a
    // [spec] value other than the empty string, change the type of the newly created event to equal it.
    // [non-spec] As for a listener in the DOM, an exception in a callback is reported and the stream goes on.
    if (data !== undefined) callSafely(onEvent, { type, data, lastEventId });
  }

  function parseLine(text: string, start: number, lineEnd: number): void {
    const name = names[text[start] as string];
    // [spec] If the line starts with a U+003A COLON character (:): ignore the line.
    // [spec] Otherwise: the field is ignored.
    if (!name) return;
    let valueStart = start + name.length;
    if (text.startsWith(name, start)) {
      // [spec] Collect the characters on the line after the first U+003A COLON character (:), and let value be that
      // [spec] string. If value starts with a U+0020 SPACE character, remove it from value.
      if (text[valueStart] === ' ') valueStart++;
    } else if (text.slice(start, lineEnd) + ':' === name) {
      // [spec] Otherwise, the string is not empty but does not contain a U+003A COLON character (:): process the field
      // [spec] using the whole line as the field name, and the empty string as the field value.
      valueStart = lineEnd;
    } else {
      return;
    }
    const value = text.slice(valueStart, lineEnd);
    checkSize(value.length);
    if (name === 'data:') {
      // [spec] If the field name is "data": append the field value to the data buffer, then append a single U+000A LINE
      // [spec] FEED (LF) character to the data buffer.
      // [spec] (On dispatch) If the data buffer's last character is a U+000A LINE FEED (LF) character, then remove the
      // [spec] last character from the data buffer.
      dataBuffer = dataBuffer === undefined ? value : dataBuffer + '\n' + value;
    } else if (name === 'event:') {
      // [spec] If the field name is "event": set the event type buffer to field value.
      typeBuffer = value;
    } else if (name === 'id:') {
      // [spec] If the field name is "id": if the field value does not contain U+0000 NULL, then set the last event ID
      // [spec] buffer to the field value. Otherwise, ignore the field.
      if (!value.includes('\0')) idBuffer = value;
    } else if (name === ':') {
      // [non-spec] A comment is reported where somebody listens.
      callSafely(onComment, value);
    } else if (/^\d+$/.test(value)) {
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
        // Reading a character has the engine join the chunks.
        piece.charCodeAt(0);
        unfinishedLine += piece;
        piece = '';
      }
    } else {
      unfinishedLine += text;
      // [non-spec] A line that will be ignored is not kept, however long it gets.
      const name = names[unfinishedLine[0] as string];
      if (!name?.startsWith(unfinishedLine.slice(0, name.length))) unfinishedLine = ignoredLine;
    }
    // The name does not count.
    checkSize(unfinishedLine.length + piece.length - longestPrefix);
  }

  function parse(): void {
    const text = queued;
    queued = '';
    length = text.length;
    let position = text[0] === swallowed ? 1 : 0;
    swallowed = '';
    let nextLineFeed = -1;
    let nextCarriageReturn = -1;
    // [spec] Lines must be separated by either a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF) character pair, a single
    // [spec] U+000A LINE FEED (LF) character, or a single U+000D CARRIAGE RETURN (CR) character.
    while (position < length) {
      const start = position;
      // Each search goes on from the last one that is used up: a lone CR in a long chunk is not looked for at each line.
      // As an unsigned number, the -1 of an ending that is not found lies beyond every text.
      if (nextLineFeed < start) nextLineFeed = text.indexOf('\n', start) >>> 0;
      if (nextCarriageReturn < start) nextCarriageReturn = text.indexOf('\r', start) >>> 0;
      const lineEnd = Math.min(nextLineFeed, nextCarriageReturn);
      if (lineEnd > length) {
        keepUnfinished(text.slice(start));
        break;
      }
      position = lineEnd + 1;
      // A CR ends its line at once: waiting to see whether an LF follows would hold an event back until the next chunk.
      if (lineEnd === nextCarriageReturn) {
        if (position === length) swallowed = '\n';
        else if (position === nextLineFeed) position++;
      }
      if (unfinishedLine) {
        const line = unfinishedLine + piece + text.slice(start, lineEnd);
        unfinishedLine = piece = '';
        parseLine(line, 0, line.length);
      } else if (start === lineEnd) {
        // [spec] If the line is empty (a blank line): dispatch the event.
        dispatch(dataBuffer);
      } else if (text.startsWith('dat', start) && text.startsWith('a:', start + 3)) {
        // Most lines are data, and most events are one line of data and a blank line: parsed here, without another turn,
        // short events take half the time. V8 compares up to three characters in place, more of them by a call.
        const value = text.slice(start + (text[start + 5] === ' ' ? 6 : 5), lineEnd);
        checkSize(value.length);
        if (dataBuffer !== undefined) {
          dataBuffer += '\n' + value;
        } else if (text[position] === '\n') {
          position++;
          dispatch(value);
        } else {
          dataBuffer = value;
        }
      } else {
        parseLine(text, start, lineEnd);
      }
    }
    length = 0;
  }

  return {
    get lastEventId() {
      return lastEventId;
    },
    push(chunk) {
      if (hasFailed) return;
      queued += typeof chunk === 'string' ? chunk : decoder.decode(chunk);
      while (queued && !length) parse();
    },
    end,
    reset() {
      lastEventId = initialLastEventId;
      hasFailed = false;
      end();
    },
  };
}
