import { createLineSplitter } from '../decode/createLineSplitter.ts';
import { readBody, type BodySource, type ReadOptions } from './readBody.ts';

/**
 * Reads the lines of a body, which end with LF or CRLF; the last one needs no ending. Leaving the loop cancels the body.
 *
 * @throws {StreamError} in the loop: `network` when the body breaks, `event-too-large` when a line goes past
 * `maxEventSize`, `request` when the body is in use already.
 */
export function readLines(source: BodySource, options: ReadOptions = {}): AsyncIterable<string> {
  const { maxEventSize } = options;
  return readBody(source, options, (onLine) => createLineSplitter({ onLine, maxEventSize }));
}
