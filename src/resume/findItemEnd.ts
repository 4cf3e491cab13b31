import type { StreamFormat } from '../core/decode/StreamFormat.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const lastAsciiByte = 0x7f;

/** How many bytes before a chunk are needed: an unfinished character has at most as many. */
const longestOverlap = 3;

/** A chunk of a body, and the bytes before it. */
export interface ChunkInContext {
  readonly chunk: Uint8Array;
  /** The last bytes before the chunk, at most `longestOverlap`. */
  readonly before: Uint8Array;
}

/**
 * Finds where the last whole item of a body ends, as far as it has arrived.
 *
 * @returns the offset in the chunk, which is negative if an unfinished character began before it. Undefined if no item
 *   ends in the chunk.
 */
export function findItemEnd(format: StreamFormat, { chunk, before }: ChunkInContext): number | undefined {
  switch (format) {
    case 'bytes':
      return chunk.length;
    case 'text':
      return chunk.length - countUnfinishedBytes({ chunk, before });
    case 'events':
      return findBlankLineEnd({ chunk, before });
    default:
      return chunk.lastIndexOf(lineFeed) + 1 || undefined;
  }
}

/** Counts the bytes of a character that the chunk has cut. */
function countUnfinishedBytes({ chunk, before }: ChunkInContext): number {
  const last = chunk[chunk.length - 1];
  if (last === undefined || last <= lastAsciiByte) return 0;
  const tail = joinTail(before, chunk);
  const isUnfinished = (count: number) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(tail.subarray(-count), { stream: true }) === '';
  return [3, 2, 1].find((count) => count <= tail.length && isUnfinished(count)) ?? 0;
}

/** Finds the end of the last blank line, which ends an event (HTML Standard §9.2.6). It may have begun before the chunk. */
function findBlankLineEnd({ chunk, before }: ChunkInContext): number | undefined {
  const byteAt = (index: number) => (index < 0 ? before[before.length + index] : chunk[index]);
  const isLineEnd = (index: number) => byteAt(index) === lineFeed || byteAt(index) === carriageReturn;
  for (let index = chunk.length - 1; index >= 0; index -= 1) {
    // The LF of a CRLF belongs to the CR before it.
    const isCrlf = chunk[index] === lineFeed && byteAt(index - 1) === carriageReturn;
    if (isLineEnd(index) && isLineEnd(isCrlf ? index - 2 : index - 1)) return index + 1;
  }
  return undefined;
}

/** Returns the last bytes of two parts. */
export function joinTail(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  return Uint8Array.of(...before, ...chunk.subarray(-longestOverlap)).subarray(-longestOverlap);
}
