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
  const chunker = createTextChunker({ onText: split });
  // The unfinished line in fragments, which are joined once: adding each to a string that is searched again would make a
  // line over many chunks quadratic.
  let fragments: string[] = [];
  let held = 0;

  function checkSize(length: number): void {
    if (length <= maxEventSize) return;
    fragments = [];
    held = 0;
    throw new StreamError('event-too-large', `A line of the stream is longer than ${maxEventSize} characters.`);
  }

  function takeLine(lastFragment: string): string {
    if (held === 0) return lastFragment;
    fragments.push(lastFragment);
    const line = fragments.join('');
    fragments = [];
    held = 0;
    return line;
  }

  function split(text: string): void {
    let start = 0;
    let lineEnd = text.indexOf('\n');
    while (lineEnd >= 0) {
      let line = takeLine(text.slice(start, lineEnd));
      if (line.endsWith('\r')) line = line.slice(0, -1);
      checkSize(line.length);
      onLine(line);
      start = lineEnd + 1;
      lineEnd = text.indexOf('\n', start);
    }
    if (start === text.length) return;
    fragments.push(text.slice(start));
    held += text.length - start;
    // The last character may be the CR of the line's ending.
    checkSize(held - 1);
  }

  return {
    push: chunker.push,
    end() {
      chunker.end();
      if (held === 0) return;
      const line = takeLine('');
      checkSize(line.length);
      onLine(line);
    },
  };
}
