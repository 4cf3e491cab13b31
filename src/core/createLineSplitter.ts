import { createTextChunker } from './createTextChunker.ts';
import type { Decoder } from './Decoder.ts';
import { defaultMaxEventSize } from './defaultMaxEventSize.ts';
import { StreamError } from './StreamError.ts';

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
  // The unfinished line. It is searched no more, and joined by the engine once: a line over many chunks stays linear.
  let rest = '';

  const checked = (line: string, length: number): string => {
    if (length <= maxEventSize) return line;
    rest = '';
    throw new StreamError('event-too-large', `A line of the stream is longer than ${maxEventSize} characters.`);
  };

  const deliver = (text: string) => {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    onLine(checked(line, line.length));
  };

  const chunker = createTextChunker({
    onText: (text) => {
      const [first, ...lines] = text.split('\n') as [string, ...string[]];
      lines.unshift(rest + first);
      rest = lines.pop()!;
      for (const line of lines) deliver(line);
      // The last character may be the CR of the line's ending.
      checked(rest, rest.length - 1);
    },
  });

  return {
    push: chunker.push,
    end() {
      chunker.end();
      const line = checked(rest, rest.length);
      rest = '';
      if (line) onLine(line);
    },
  };
}
