import { StreamError } from '../../StreamError.ts';

/** The longest string of V8 on 64-bit platforms, in UTF-16 code units. Other engines allow longer ones. */
const longestText = 536_870_888;

/**
 * Checks that a text of this length can be one string.
 *
 * @throws {StreamError} `event-too-large`, with which an accumulator ends the stream. What was joined before is kept.
 */
export function assertTextFits(length: number): void {
  if (length > longestText) throw new StreamError('event-too-large', `The text exceeds ${longestText} characters.`);
}
