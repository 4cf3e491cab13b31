import { answers, writeToken } from './answers.js';
import { breaks, outage, repeatedEvents } from './faults.js';
import { formats } from './formats.js';
import { splitInsideCharacters } from './splitInsideCharacters.js';

/**
 * What the server knows when a request arrives.
 *
 * @typedef {object} Situation
 * @property {import('./answers.js').AnswerName} answer
 * @property {import('./faults.js').FaultName} fault
 * @property {import('./formats.js').FormatName} format
 * @property {number} lastEventId The last event that the client has. `0` if it has none.
 * @property {number} elapsed Milliseconds since the client's first request.
 * @property {boolean} hasBroken Whether a response to this client was broken before.
 */

/**
 * A part of a response that is written at once.
 *
 * @typedef {object} Chunk
 * @property {number} at When it is written, in milliseconds after the request.
 * @property {number} tokens How many tokens it has.
 * @property {Uint8Array<ArrayBuffer>} bytes
 */

/**
 * A response with its times, which are the same for every client.
 *
 * @typedef {object} ResponsePlan
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {Chunk[]} chunks
 * @property {'complete' | 'cut' | 'ended early'} ending
 */

const encoder = new TextEncoder();

/**
 * Decides how the server responds.
 *
 * @param {Situation} situation
 * @returns {ResponsePlan}
 */
export function planResponse({ answer, fault, format, lastEventId, elapsed, hasBroken }) {
  if (fault === 'unavailable' && elapsed < outage) {
    return { status: 503, headers: {}, chunks: [], ending: 'complete' };
  }
  const { headers, begin, end, writeToken: writeEvent } = formats[format];
  const { count, batch, interval } = answers[answer];
  const breaking = hasBroken || !(fault in breaks) ? undefined : breaks[/** @type {keyof typeof breaks} */ (fault)];
  const repeated = fault === 'repeat' && lastEventId > 0 ? repeatedEvents : 0;
  const first = Math.max(0, lastEventId - repeated) + 1;
  const last = breaking === undefined ? count : count / 2;

  /** @type {{ tokens: number, text: string }[]} */
  const writes = [{ tokens: 0, text: begin }];
  for (let number = first; number <= last; number += batch) {
    const tokens = Math.min(batch, last - number + 1);
    const events = Array.from({ length: tokens }, (_, place) => writeEvent(writeToken(number + place), number + place));
    writes.push({ tokens, text: events.join('') });
  }
  if (breaking === undefined) writes.push({ tokens: 0, text: end });

  const chunks = writes.map(({ tokens, text }, place) => ({
    at: place * interval,
    tokens,
    bytes: encoder.encode(text),
  }));
  return {
    status: 200,
    headers,
    chunks: fault === 'split' ? splitInsideCharacters(chunks) : chunks,
    ending: breaking ?? 'complete',
  };
}
