import type { StreamFormat } from '../core/decode/StreamFormat.ts';

/** Finds where items end in the next chunk of a body: the offsets after them in the chunk. */
export type ItemEndFinder = (chunk: Uint8Array) => readonly number[];

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** An unfinished character has at most as many bytes. */
const longestUnfinished = 3;

/** Creates the finder for one body. */
export function createItemEndFinder(format: StreamFormat): ItemEndFinder {
  switch (format) {
    case 'bytes':
      return (chunk) => [chunk.length];
    case 'text':
      return createTextEndFinder();
    case 'events':
      return createEventEndFinder();
    default:
      return (chunk) => findEnds(chunk, (byte) => byte === lineFeed);
  }
}

function findEnds(chunk: Uint8Array, isEnd: (byte: number) => boolean): number[] {
  const ends: number[] = [];
  chunk.forEach((byte, index) => {
    if (isEnd(byte)) ends.push(index + 1);
  });
  return ends;
}

/** Text ends before the character that the chunk has cut. */
function createTextEndFinder(): ItemEndFinder {
  /** The last bytes of the body, which may be the beginning of a character. */
  let tail: number[] = [];
  const isUnfinished = (count: number) => {
    const bytes = Uint8Array.from(tail.slice(-count));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true }) === '';
  };
  return (chunk) => {
    tail = [...tail, ...chunk.subarray(-longestUnfinished)].slice(-longestUnfinished);
    const cutBytes = [3, 2, 1].find((count) => count <= tail.length && isUnfinished(count)) ?? 0;
    // If the character began in the chunk before, nothing has ended in this one.
    return cutBytes > chunk.length ? [] : [chunk.length - cutBytes];
  };
}

/** An event ends with a blank line (HTML Standard §9.2.6). */
function createEventEndFinder(): ItemEndFinder {
  let previous = lineFeed;
  let isBlank = false;
  return (chunk) =>
    findEnds(chunk, (byte) => {
      const isLineEnd = byte === lineFeed || byte === carriageReturn;
      // The LF of a CRLF belongs to the CR before it.
      const isCrlf = byte === lineFeed && previous === carriageReturn;
      if (!isCrlf) isBlank = isLineEnd && (previous === lineFeed || previous === carriageReturn);
      previous = byte;
      return isBlank;
    });
}
