import { createTextChunker } from '../decode/createTextChunker.ts';
import { readBody, type BodySource, type ReadOptions } from './readBody.ts';

/**
 * Reads the text of a body, piece by piece as it comes and never half a character. Leaving the loop cancels the body.
 *
 * @throws {StreamError} in the loop: `network` when the body breaks, `request` when it is in use already.
 */
export function readText(source: BodySource, options: Pick<ReadOptions, 'signal'> = {}): AsyncIterable<string> {
  return readBody(source, options, (onText) => createTextChunker({ onText }));
}
