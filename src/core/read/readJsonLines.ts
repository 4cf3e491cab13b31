import { createLineSplitter } from '../decode/createLineSplitter.ts';
import { readBody, type BodySource, type ReadOptions } from './readBody.ts';
import { StreamError } from '../StreamError.ts';

/**
 * Reads the values of a body of JSON lines (NDJSON). Blank lines are left out. Leaving the loop cancels the body.
 *
 * @throws {StreamError} in the loop: `parse` when a line is not JSON, `network` when the body breaks, `event-too-large`
 * when a line goes past `maxEventSize`, `request` when the body is in use already.
 */
export function readJsonLines<Value = unknown>(source: BodySource, options: ReadOptions = {}): AsyncIterable<Value> {
  const { maxEventSize } = options;
  return readBody<Value>(source, options, (onValue) => {
    let lineNumber = 0;
    return createLineSplitter({
      onLine(line) {
        lineNumber++;
        if (line.trim() !== '') onValue(parseJsonLine(line, lineNumber) as Value);
      },
      maxEventSize,
    });
  });
}

function parseJsonLine(line: string, lineNumber: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new StreamError('parse', `Line ${lineNumber} is not JSON: ${(cause as Error).message}.`, { cause });
  }
}
