import { StreamError } from '../StreamError.ts';
import { createTextChunker } from './createTextChunker.ts';
import { defaultMaxEventSize, type Decoder } from './Decoder.ts';

/** What a line splitter reports, and how much it may hold. */
export interface LineSplitterOptions {
  /** Receives each line, without its ending. What it throws reaches the caller of `push` or `end`. */
  onLine: (line: string) => void;
  /**
   * How long one line may be, in characters.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
}

/**
 * Creates a decoder of UTF-8 lines. A line ends with LF or CRLF; a CR elsewhere belongs to its line. The last line needs no ending.
 */
export function createLineSplitter({ onLine, maxEventSize = defaultMaxEventSize }: LineSplitterOptions): Decoder {
  /** The unfinished line. It is not searched again, and engines defer the copy of what is appended to it. */
  let rest = '';

  const deliver = (line: string) => {
    if (line.length > maxEventSize) {
      throw new StreamError('event-too-large', `A line exceeds ${maxEventSize} characters.`);
    }
    onLine(line);
  };

  const chunker = createTextChunker({
    onText: (text) => {
      const lines = text.split('\n');
      lines[0] = rest + lines[0];
      rest = lines.pop()!;
      for (const line of lines) deliver(line.endsWith('\r') ? line.slice(0, -1) : line);
      // The last character may be the CR of the line's ending.
      if (rest.length > maxEventSize + 1) deliver(rest);
    },
  });

  return {
    push: chunker.push,
    end: () => {
      chunker.end();
      if (rest) deliver(rest);
    },
  };
}
