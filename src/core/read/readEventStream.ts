import { createEventStreamParser } from '../decode/createEventStreamParser.ts';
import { readBody, type BodySource, type ReadOptions } from './readBody.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';

/** How an event stream is read. */
export interface ReadEventStreamOptions extends ReadOptions {
  /**
   * The last event ID to start from, as after a reconnection.
   *
   * @default ''
   */
  lastEventId?: string | undefined;
}

/**
 * Reads the events of a body, as the HTML Standard parses them (§9.2.6). Leaving the loop cancels the body.
 *
 * @throws {StreamError} in the loop: `network` when the body breaks, `event-too-large` past `maxEventSize`, `request` when
 * the body is in use already.
 */
export function readEventStream(
  source: BodySource,
  options: ReadEventStreamOptions = {},
): AsyncIterable<ServerSentEvent> {
  const { maxEventSize, lastEventId } = options;
  return readBody(source, options, (onEvent) => createEventStreamParser({ onEvent, maxEventSize, lastEventId }));
}
