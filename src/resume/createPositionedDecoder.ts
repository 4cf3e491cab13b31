import type { Decoder } from '../core/decode/Decoder.ts';
import type { StreamFormat } from '../core/decode/StreamFormat.ts';
import { type Answer, commitItem } from './createAnswer.ts';
import { createItemEndFinder } from './createItemEndFinder.ts';

/** What a positioned decoder needs. */
export interface PositionedDecoderOptions {
  readonly format: StreamFormat;
  readonly decoder: Decoder;
  readonly answer: Answer;
  /** The offset at which the body starts in the answer. */
  readonly start: number;
  /** Whether the run has been neither stopped nor interrupted. */
  isCurrent(): boolean;
}

/** Creates a decoder that is given one item at a time, so that the offset after each of them is known. */
export function createPositionedDecoder(options: PositionedDecoderOptions): Decoder {
  const { format, decoder, answer, start, isCurrent } = options;
  const findItemEnds = createItemEndFinder(format);
  let chunkStart = start;
  return {
    push: (chunk) => {
      let itemStart = 0;
      for (const itemEnd of findItemEnds(chunk)) {
        answer.next = { ...answer.next, loaded: chunkStart + itemEnd };
        decoder.push(chunk.subarray(itemStart, itemEnd));
        if (!isCurrent()) return;
        // A comment or a blank line may be all that has ended.
        commitItem(answer);
        itemStart = itemEnd;
      }
      if (itemStart < chunk.length) decoder.push(chunk.subarray(itemStart));
      chunkStart += chunk.length;
    },
    end: () => {
      answer.next = { ...answer.next, loaded: chunkStart };
      decoder.end();
    },
  };
}
