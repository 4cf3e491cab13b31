import { createEventStreamParser } from './createEventStreamParser.ts';
import { createLineSplitter } from './createLineSplitter.ts';
import { createTextChunker } from './createTextChunker.ts';
import type { Decoder } from './Decoder.ts';
import type { StreamFormat } from '../fetch-stream/FetchStreamOptions.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';

/** Creates the decoder of a format. It hands over raw items, with the event where an item is one. */
export function createBodyDecoder(
  format: StreamFormat,
  maxEventSize: number | undefined,
  onRaw: (raw: unknown, event?: ServerSentEvent) => void,
): Decoder {
  if (format === 'events') return createEventStreamParser({ onEvent: (event) => onRaw(event, event), maxEventSize });
  if (format === 'bytes') return { push: onRaw, end: () => {} };
  if (format === 'text') return createTextChunker({ onText: onRaw });
  // Blank lines of JSON separate nothing: many servers send them to keep the connection alive.
  const onLine = (line: string) => (format === 'lines' || line.trim()) && onRaw(line);
  return createLineSplitter({ onLine, maxEventSize });
}
