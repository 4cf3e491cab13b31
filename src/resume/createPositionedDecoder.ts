import type { Decoder } from '../core/decode/Decoder.ts';
import type { StreamFormat } from '../core/decode/StreamFormat.ts';
import { findItemEnd, joinTail } from './findItemEnd.ts';

/** What a positioned decoder needs. */
export interface PositionedDecoderOptions {
  readonly format: StreamFormat;
  readonly decoder: Decoder;
  /** The offset at which the body starts in the answer. */
  readonly start: number;
  /** Receives the offset after the last whole item, once the items before it were handed over. */
  onPosition(offset: number): void;
}

/** Creates a decoder that also tells the offset, in the answer, after the last whole item. */
export function createPositionedDecoder({ format, decoder, start, onPosition }: PositionedDecoderOptions): Decoder {
  let chunkStart = start;
  let before: Uint8Array = new Uint8Array();
  return {
    push: (chunk) => {
      const end = findItemEnd(format, { chunk, before });
      const offset = end === undefined ? undefined : chunkStart + end;
      chunkStart += chunk.length;
      before = joinTail(before, chunk);
      decoder.push(chunk);
      if (offset !== undefined) onPosition(offset);
    },
    end: decoder.end,
  };
}
