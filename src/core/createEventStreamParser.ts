import { callSafely } from './callSafely.ts';
import { createUtf8Decoder } from './createUtf8Decoder.ts';
import { defaultMaxEventSize } from './defaultMaxEventSize.ts';
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
const carriageReturn = 13;
const space = 32;
const colon = 58;
const byteOrderMark = 0xfeff;

/** How lines that can be known fields begin. */
const fieldBeginnings = ['data:', 'event:', 'id:', 'retry:'];

/** The length of the longest field name with its colon and space. */
const longestPrefix = 7;

/** How many fragments of a line are kept apart, to bound what each costs beside its text. */
const maxFragments = 65_536;

/** Tells whether the text has these three characters at `index`. One comparison each is about twice as fast as `startsWith`. */
function has(text: string, index: number, first: number, second: number, third: number): boolean {
  return (
    text.charCodeAt(index) === first && text.charCodeAt(index + 1) === second && text.charCodeAt(index + 2) === third
  );
}

function isData(text: string, start: number, first: number): boolean {
  return first === 100 && has(text, start + 1, 97, 116, 97) && text.charCodeAt(start + 4) === colon;
}

/** The length of the known field name that the line begins with, 0 for a comment, and -1 for any other line. */
function findName(text: string, start: number, first: number): number {
  // A name that the line is too short for meets the line's ending, which no name has.
  if (first === 100 && has(text, start + 1, 97, 116, 97)) return 4; // data
  if (first === 101 && has(text, start + 1, 118, 101, 110) && text.charCodeAt(start + 4) === 116) return 5; // event
  if (first === 105 && text.charCodeAt(start + 1) === 100) return 2; // id
  if (first === 114 && has(text, start + 1, 101, 116, 114) && text.charCodeAt(start + 4) === 121) return 5; // retry
  return first === colon ? 0 : -1;
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
  const lineBeginnings = onComment ? [...fieldBeginnings, ':'] : fieldBeginnings;
  const queue: string[] = [];
  let lastEventId = initialLastEventId;
  let idBuffer = initialLastEventId;
  let typeBuffer = '';
  let dataBuffer: string | undefined;
  /** The characters in the buffers of the unfinished event. */
  let held = 0;
  /** The unfinished line in fragments, which are joined once: a line over many chunks stays linear. */
  let fragments: string[] = [];
  let lineStart = '';
  let lineLength = 0;
  let isSkippingLine = false;
  /** The character that is swallowed where it begins the next chunk: a BOM at first, an LF after a CR. */
  let swallowed = byteOrderMark;
  let isParsing = false;
  let hasFailed = false;
  /** Counts ends and resets, so that a callback can stop the chunk that it was called from. */
  let life = 0;

  function discardEvent(): void {
    typeBuffer = '';
    dataBuffer = undefined;
    held = 0;
  }

  function discardLine(): void {
    fragments = [];
    lineStart = '';
    lineLength = 0;
    isSkippingLine = false;
  }

  function end(): void {
    life++;
    queue.length = 0;
    decoder.end();
    swallowed = byteOrderMark;
    // [spec] Once the end of the file is reached, any pending data must be discarded. (If the file ends in the middle of
    // [spec] an event, before the final empty line, the incomplete event is not dispatched.)
    discardLine();
    discardEvent();
    idBuffer = lastEventId;
  }

  function checkSize(length: number): void {
    if (held + length <= maxEventSize) return;
    end();
    hasFailed = true;
    isParsing = false;
    throw new StreamError('event-too-large', `An event is larger than ${maxEventSize} characters.`);
  }

  function dispatch(data: string | undefined): void {
    // [spec] Set the last event ID string of the event source to the value of the last event ID buffer. The buffer does
    // [spec] not get reset, so the value remains set this way until the next time it is set by the server.
    lastEventId = idBuffer;
    const type = typeBuffer;
    // [spec] Set the data buffer and the event type buffer to the empty string.
    discardEvent();
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and
    // [spec] return.
    // [spec] Initialize event's type attribute to "message", its data attribute to data. If the event type buffer has a
    // [spec] value other than the empty string, change the type of the newly created event to equal it.
    // [non-spec] As for a listener in the DOM, an exception in a callback is reported and the stream goes on.
    if (data !== undefined) callSafely(onEvent, { type: type || 'message', data, lastEventId });
  }

  function parseLine(text: string, start: number, lineEnd: number): void {
    const first = text.charCodeAt(start);
    const nameLength = findName(text, start, first);
    // [spec] If the line starts with a U+003A COLON character (:): ignore the line.
    if (nameLength < 0 || (nameLength === 0 && !onComment)) return;
    let valueStart = start + nameLength;
    // [spec] Otherwise: the field is ignored.
    // [spec] Otherwise, the string is not empty but does not contain a U+003A COLON character (:): process the field using
    // [spec] the whole line as the field name, and the empty string as the field value.
    if (text.charCodeAt(valueStart) === colon) {
      // [spec] Collect the characters on the line after the first U+003A COLON character (:), and let value be that
      // [spec] string. If value starts with a U+0020 SPACE character, remove it from value.
      valueStart++;
      if (text.charCodeAt(valueStart) === space) valueStart++;
    } else if (valueStart < lineEnd) {
      return;
    }
    checkSize(lineEnd - valueStart);
    const value = text.slice(valueStart, lineEnd);
    if (nameLength === 4) {
      // [spec] If the field name is "data": append the field value to the data buffer, then append a single U+000A LINE
      // [spec] FEED (LF) character to the data buffer.
      // [spec] (On dispatch) If the data buffer's last character is a U+000A LINE FEED (LF) character, then remove the
      // [spec] last character from the data buffer.
      dataBuffer = dataBuffer === undefined ? value : dataBuffer + '\n' + value;
      held += value.length + 1;
    } else if (nameLength === 2) {
      // [spec] If the field name is "id": if the field value does not contain U+0000 NULL, then set the last event ID
      // [spec] buffer to the field value. Otherwise, ignore the field.
      if (value.indexOf('\0') < 0) idBuffer = value;
    } else if (first === 101) {
      // [spec] If the field name is "event": set the event type buffer to field value.
      held += value.length - typeBuffer.length;
      typeBuffer = value;
    } else if (nameLength === 0) {
      // [non-spec] A comment is reported where somebody listens.
      callSafely(onComment, value);
    } else if (onRetry && /^\d+$/.test(value)) {
      // [spec] If the field name is "retry": if the field value consists of only ASCII digits, then interpret the field
      // [spec] value as an integer in base ten, and set the event stream's reconnection time to that integer. Otherwise,
      // [spec] ignore the field.
      callSafely(onRetry, Number(value));
    }
  }

  function keepFragment(text: string): void {
    let fragment = text;
    lineLength += text.length;
    if (lineLength - text.length < longestPrefix) {
      fragment = fragments.join('') + text;
      fragments = [];
      // [non-spec] A line that will be ignored is not kept, however long it gets.
      isSkippingLine = !lineBeginnings.some(
        (beginning) => fragment.startsWith(beginning) || beginning.startsWith(fragment),
      );
      if (isSkippingLine) return;
    }
    checkSize(lineLength - longestPrefix);
    if (fragments.push(fragment) < maxFragments) return;
    lineStart += fragments.join('');
    fragments = [];
  }

  function finishLine(rest: string): void {
    fragments.push(rest);
    const line = isSkippingLine ? '' : lineStart + fragments.join('');
    discardLine();
    if (line !== '') parseLine(line, 0, line.length);
  }

  function parse(text: string): void {
    const { length } = text;
    const currentLife = life;
    let position = 0;
    // A drip of single characters needs no search.
    let nextLineFeed = length > 1 ? -1 : length;
    let nextCarriageReturn = nextLineFeed;
    if (swallowed > 0 && length > 0) {
      if (text.charCodeAt(0) === swallowed) position = 1;
      swallowed = 0;
    }
    // [spec] Lines must be separated by either a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF) character pair, a single
    // [spec] U+000A LINE FEED (LF) character, or a single U+000D CARRIAGE RETURN (CR) character.
    while (position < length) {
      const start = position;
      const first = text.charCodeAt(start);
      let lineEnd = start;
      if (first !== lineFeed && first !== carriageReturn) {
        // Each search goes on from the last one that is used up: a lone CR in a long chunk is not looked for at each line.
        if (nextLineFeed < start) {
          nextLineFeed = text.indexOf('\n', start);
          if (nextLineFeed < 0) nextLineFeed = length;
        }
        if (nextCarriageReturn < start) {
          nextCarriageReturn = text.indexOf('\r', start);
          if (nextCarriageReturn < 0) nextCarriageReturn = length;
        }
        lineEnd = nextLineFeed < nextCarriageReturn ? nextLineFeed : nextCarriageReturn;
        if (lineEnd === length) {
          if (!isSkippingLine) keepFragment(start > 0 ? text.slice(start) : text);
          return;
        }
      }
      position = lineEnd + 1;
      // A CR ends its line at once: waiting to see whether an LF follows would hold an event back until the next chunk.
      if (text.charCodeAt(lineEnd) === carriageReturn) {
        if (position === length) swallowed = lineFeed;
        else if (text.charCodeAt(position) === lineFeed) position++;
      }
      if (lineLength > 0) {
        finishLine(text.slice(start, lineEnd));
      } else if (isData(text, start, first) && dataBuffer === undefined && text.charCodeAt(position) === lineFeed) {
        // Most events are one line of data and a blank line. Dispatched from here, without the data buffer and another
        // turn, a stream of tokens takes a fifth less time.
        position++;
        const valueStart = start + (text.charCodeAt(start + 5) === space ? 6 : 5);
        checkSize(lineEnd - valueStart);
        dispatch(text.slice(valueStart, lineEnd));
      } else if (start === lineEnd) {
        // [spec] If the line is empty (a blank line): dispatch the event.
        dispatch(dataBuffer);
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
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk);
      if (isParsing) {
        queue.push(text);
        return;
      }
      isParsing = true;
      parse(text);
      while (queue.length > 0) parse(queue.shift() as string);
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
