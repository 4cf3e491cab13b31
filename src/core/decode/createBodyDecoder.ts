import { createEventStreamParser } from './createEventStreamParser.ts';
import { createLineSplitter } from './createLineSplitter.ts';
import { createTextChunker } from './createTextChunker.ts';
import type { Decoder, DecoderSink } from './Decoder.ts';
import type { StreamFormat } from './StreamFormat.ts';

/** What the body of a fetch stream is decoded into. */
export interface BodyDecoderOptions extends Omit<DecoderSink, 'onComment'> {
  format: StreamFormat;
  maxEventSize: number | undefined;
}

/** Creates the decoder of a format. */
export function createBodyDecoder({ format, maxEventSize, onItem, ...sink }: BodyDecoderOptions): Decoder {
  const onRaw = (raw: unknown) => onItem(raw, undefined);
  switch (format) {
    case 'events':
      return createEventStreamParser({
        ...sink,
        onEvent: (event) => onItem(event, event),
        maxEventSize,
      });
    case 'bytes':
      return { push: onRaw, end: () => {} };
    case 'text':
      return createTextChunker({ onText: onRaw });
    case 'lines':
      return createLineSplitter({ onLine: onRaw, maxEventSize });
    case 'json-lines':
      return createLineSplitter({
        onLine: (line) => {
          // Many servers send blank lines to keep the connection alive.
          if (line.trim()) onRaw(line);
        },
        maxEventSize,
      });
  }
}
