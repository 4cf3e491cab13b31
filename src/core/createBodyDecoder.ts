import { createEventStreamParser } from './createEventStreamParser.ts';
import { createLineSplitter } from './createLineSplitter.ts';
import { createTextChunker } from './createTextChunker.ts';
import type { Decoder } from './Decoder.ts';
import type { StreamFormat } from './FetchStreamOptions.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';

/** Creates the decoder of a format. It hands over raw items, with the event where an item is one. */
export function createBodyDecoder(
  format: StreamFormat,
  maxEventSize: number | undefined,
  onRaw: (raw: unknown, event?: ServerSentEvent) => void,
): Decoder {
  switch (format) {
    case 'events':
      return createEventStreamParser({ onEvent: (event) => onRaw(event, event), maxEventSize });
    case 'lines':
      return createLineSplitter({ onLine: (line) => onRaw(line), maxEventSize });
    case 'json-lines':
      // Blank lines separate nothing: many servers send them to keep the connection alive.
      return createLineSplitter({ onLine: (line) => line.trim() && onRaw(line), maxEventSize });
    case 'bytes':
      return { push: (chunk) => onRaw(chunk), end: () => {} };
    default:
      return createTextChunker({ onText: (text) => onRaw(text) });
  }
}
