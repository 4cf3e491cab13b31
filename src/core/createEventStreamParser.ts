import { createUtf8Decoder } from './createUtf8Decoder.ts';
import { defaultMaxEventSize } from './defaultMaxEventSize.ts';
import { reportException } from './reportException.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import { StreamError } from './StreamError.ts';

/** What an event stream parser reports, and where it starts. */
export interface EventStreamParserOptions {
  /** Receives each event as soon as the blank line after it arrives. What it throws is reported and parsing goes on. */
  onEvent: (event: ServerSentEvent) => void;
  /** Receives the reconnection time, in milliseconds, of each valid `retry` field. */
  onRetry?: ((reconnectionTime: number) => void) | undefined;
  /** Receives the text of each comment, without its colon and one space. */
  onComment?: ((comment: string) => void) | undefined;
  /**
   * How much one unfinished event may hold, in characters: its data, type, id and unfinished line, and one for each line of data.
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
   * Parses the next chunk. Chunks that a callback pushes are parsed after the one being parsed.
   *
   * @throws {StreamError} `event-too-large` once, when an event goes past `maxEventSize`; later chunks are ignored until `reset()`.
   */
  push(chunk: Uint8Array | string): void;
  /** Ends the stream: the unfinished event and its id are discarded. The next chunk begins a stream with the same last event ID. */
  end(): void;
  /** Starts anew, with the initial last event ID. In a callback it also discards the rest of the chunk being parsed. */
  reset(): void;
}

const lineFeed = 10;
const space = 32;
const colon = 58;

const fieldNames = ['data', 'event', 'id', 'retry'];

/** The length of the longest field name and its colon: what is needed to know a line's field. */
const longestName = 6;

/** How many fragments of a line are kept apart, to bound what each costs beside its text. */
const maxFragments = 1024;

function call<Value>(callback: (value: Value) => void, value: Value): void {
  // [non-spec] As for a listener in the DOM, an exception is reported and the stream goes on.
  try {
    callback(value);
  } catch (exception) {
    reportException(exception);
  }
}

function skipSpace(text: string, start: number, end: number): number {
  // [spec] If value starts with a U+0020 SPACE character, remove it from value.
  return start < end && text.charCodeAt(start) === space ? start + 1 : start;
}

/** The index of the value of the field `name` in the line from `start` to `end`, or -1 where the line is not that field. */
function findValue(text: string, start: number, end: number, name: string): number {
  const nameEnd = start + name.length;
  if (nameEnd > end || !text.startsWith(name, start)) return -1;
  // [spec] Otherwise, the string is not empty but does not contain a U+003A COLON character (:): process the field using
  // [spec] the whole line as the field name, and the empty string as the field value.
  if (nameEnd === end) return end;
  if (text.charCodeAt(nameEnd) !== colon) return -1;
  return skipSpace(text, nameEnd + 1, end);
}

/** Creates a parser for event streams as the HTML Standard defines them (§9.2.5–9.2.6). */
export function createEventStreamParser({
  onEvent,
  onRetry,
  onComment,
  maxEventSize = defaultMaxEventSize,
  lastEventId: initialLastEventId = '',
}: EventStreamParserOptions): EventStreamParser {
  const decoder = createUtf8Decoder();
  const queue: string[] = [];
  let lastEventId = initialLastEventId;
  let idBuffer = initialLastEventId;
  let typeBuffer = '';
  let dataBuffer = '';
  let dataLines = 0;
  /** Characters in the buffers of the unfinished event. */
  let held = 0;
  /** The unfinished line: its start, then fragments, which are joined once, so that a line over many chunks stays linear. */
  let lineStart = '';
  let fragments: string[] = [];
  let lineLength = 0;
  let isSkippingLine = false;
  let isAfterCarriageReturn = false;
  let isParsing = false;
  let hasFailed = false;
  /** Counts the ends and resets, so that a callback can stop the chunk that it was called from. */
  let life = 0;

  function discardEvent(): void {
    typeBuffer = dataBuffer = '';
    dataLines = held = 0;
  }

  function discardLine(): void {
    lineStart = '';
    fragments = [];
    lineLength = 0;
    isSkippingLine = false;
  }

  function end(): void {
    life++;
    decoder.end();
    queue.length = 0;
    discardEvent();
    discardLine();
    isAfterCarriageReturn = false;
    // [spec] Once the end of the file is reached, any pending data must be discarded. (If the file ends in the middle of
    // [spec] an event, before the final empty line, the incomplete event is not dispatched.)
    idBuffer = lastEventId;
  }

  function checkSize(length: number): void {
    if (held + length <= maxEventSize) return;
    end();
    hasFailed = true;
    isParsing = false;
    throw new StreamError('event-too-large', `An event of the stream is larger than ${maxEventSize} characters.`);
  }

  function dispatch(): void {
    // [spec] Set the last event ID string of the event source to the value of the last event ID buffer. The buffer does
    // [spec] not get reset, so the value remains set this way until the next time it is set by the server.
    lastEventId = idBuffer;
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and return.
    // [spec] If the data buffer's last character is a U+000A LINE FEED (LF) character, then remove the last character.
    const hasData = dataLines > 0;
    // [spec] Initialize event's type attribute to "message", its data attribute to data. If the event type buffer has a
    // [spec] value other than the empty string, change the type of the newly created event to equal it.
    const event = { type: typeBuffer || 'message', data: dataBuffer, lastEventId };
    discardEvent();
    if (hasData) call(onEvent, event);
  }

  function parseLine(text: string, start: number, end: number): void {
    const first = text.charCodeAt(start);
    let valueStart: number;
    // [spec] If the line starts with a U+003A COLON character (:): ignore the line.
    if (first === colon) {
      // [non-spec] A comment is reported where somebody listens.
      if (!onComment) return;
      valueStart = skipSpace(text, start + 1, end);
      checkSize(end - valueStart);
      call(onComment, text.slice(valueStart, end));
    } else if ((valueStart = findValue(text, start, end, 'data')) >= 0) {
      checkSize(end - valueStart);
      // [spec] If the field name is "data": append the field value to the data buffer, then append a single U+000A LINE
      // [spec] FEED (LF) character to the data buffer.
      const value = text.slice(valueStart, end);
      dataBuffer = dataLines++ ? dataBuffer + '\n' + value : value;
      held += value.length + 1;
    } else if ((valueStart = findValue(text, start, end, 'event')) >= 0) {
      checkSize(end - valueStart);
      // [spec] If the field name is "event": set the event type buffer to field value.
      held += end - valueStart - typeBuffer.length;
      typeBuffer = text.slice(valueStart, end);
    } else if ((valueStart = findValue(text, start, end, 'id')) >= 0) {
      checkSize(end - valueStart);
      // [spec] If the field name is "id": if the field value does not contain U+0000 NULL, then set the last event ID
      // [spec] buffer to the field value. Otherwise, ignore the field.
      const value = text.slice(valueStart, end);
      if (!value.includes('\0')) idBuffer = value;
    } else if ((valueStart = findValue(text, start, end, 'retry')) >= 0) {
      checkSize(end - valueStart);
      // [spec] If the field name is "retry": if the field value consists of only ASCII digits, then interpret the field
      // [spec] value as an integer in base ten, and set the event stream's reconnection time to that integer. Otherwise,
      // [spec] ignore the field.
      const value = text.slice(valueStart, end);
      if (onRetry && /^[0-9]+$/.test(value)) call(onRetry, Number(value));
    }
    // [spec] Otherwise: the field is ignored.
  }

  function canBecomeField(line: string): boolean {
    const nameEnd = line.indexOf(':');
    if (nameEnd === 0) return onComment !== undefined;
    const name = nameEnd < 0 ? line : line.slice(0, nameEnd);
    return fieldNames.some((known) => (nameEnd < 0 ? known.startsWith(name) : known === name));
  }

  function keepFragment(text: string): void {
    if (isSkippingLine) return;
    if (lineLength <= longestName) {
      lineStart += text;
      // [non-spec] A line that will be ignored is not kept, however long it gets.
      if (!canBecomeField(lineStart.slice(0, longestName))) {
        discardLine();
        isSkippingLine = true;
        return;
      }
    } else if (fragments.push(text) === maxFragments) {
      lineStart += fragments.join('');
      fragments = [];
    }
    lineLength += text.length;
    checkSize(lineLength - longestName);
  }

  function parse(text: string): void {
    const { length } = text;
    const currentLife = life;
    let position = 0;
    let nextLineFeed = -1;
    let nextCarriageReturn = -1;
    if (isAfterCarriageReturn && length > 0) {
      isAfterCarriageReturn = false;
      if (text.charCodeAt(0) === lineFeed) position = 1;
    }
    // [spec] Lines must be separated by either a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF) character pair, a single
    // [spec] U+000A LINE FEED (LF) character, or a single U+000D CARRIAGE RETURN (CR) character.
    while (position < length) {
      // Each search goes on from the last one that is used up: a lone CR in a long chunk is not looked for at each line.
      if (nextLineFeed < position) {
        nextLineFeed = text.indexOf('\n', position);
        if (nextLineFeed < 0) nextLineFeed = length;
      }
      if (nextCarriageReturn < position) {
        nextCarriageReturn = text.indexOf('\r', position);
        if (nextCarriageReturn < 0) nextCarriageReturn = length;
      }
      const start = position;
      const lineEnd = nextLineFeed < nextCarriageReturn ? nextLineFeed : nextCarriageReturn;
      if (lineEnd === length) {
        keepFragment(text.slice(start));
        return;
      }
      position = lineEnd + 1;
      // A CR ends its line at once: waiting to see whether an LF follows would hold an event back until the next chunk.
      if (lineEnd === nextCarriageReturn) {
        if (position === length) isAfterCarriageReturn = true;
        else if (nextLineFeed === position) position++;
      }
      if (isSkippingLine) {
        isSkippingLine = false;
      } else if (lineLength > 0) {
        const line = lineStart + fragments.join('') + text.slice(start, lineEnd);
        discardLine();
        parseLine(line, 0, line.length);
      } else if (start === lineEnd) {
        // [spec] If the line is empty (a blank line): dispatch the event.
        dispatch();
      } else {
        parseLine(text, start, lineEnd);
      }
      if (life !== currentLife) return;
    }
  }

  return {
    get lastEventId() {
      return lastEventId;
    },
    push(chunk) {
      if (hasFailed) return;
      queue.push(decoder.decode(chunk));
      if (isParsing) return;
      isParsing = true;
      let text: string | undefined;
      while ((text = queue.shift()) !== undefined) parse(text);
      isParsing = false;
    },
    end,
    reset() {
      end();
      lastEventId = idBuffer = initialLastEventId;
      hasFailed = false;
    },
  };
}
