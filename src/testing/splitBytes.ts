/** Where a push is cut into the chunks that the client reads. */
export interface MockSplit {
  /** Cuts at these byte offsets of the push; inside a character, a field or a line break too. */
  splitAt?: readonly number[] | undefined;
  /** Cuts after every so many bytes. */
  chunkSize?: number | undefined;
}

/** Cuts `bytes` into chunks. Empty chunks are left out; without a split the bytes are one chunk. */
export function splitBytes(bytes: Uint8Array, split: MockSplit): Uint8Array[] {
  const cuts = split.splitAt ? split.splitAt.toSorted((a, b) => a - b) : everyNth(bytes.length, split.chunkSize);
  const chunks: Uint8Array[] = [];
  let start = 0;
  for (const end of [...cuts, bytes.length]) {
    // A copy: the client may detach or overwrite what it was given.
    if (end > start) chunks.push(bytes.slice(start, end));
    start = Math.max(start, end);
  }
  return chunks;
}

function everyNth(length: number, size: number | undefined): number[] {
  if (size === undefined) return [];
  if (!(size >= 1)) throw new RangeError(`chunkSize is at least one byte; got ${size}.`);
  return Array.from({ length: Math.ceil(length / size) }, (_, index) => Math.floor((index + 1) * size));
}
