/** How the written bytes are split into the chunks that the client reads. */
export interface MockSplit {
  /** Splits at these byte offsets, which may lie inside a character, a field or a line break. */
  splitAt?: readonly number[] | undefined;
  /** Splits into chunks of this many bytes. */
  chunkSize?: number | undefined;
}

/** Splits `bytes` into chunks and leaves out empty ones. Without a split, there is one chunk. */
export function splitBytes(bytes: Uint8Array, split: MockSplit): Uint8Array[] {
  const cuts = split.splitAt ? split.splitAt.toSorted((a, b) => a - b) : everyNth(bytes.length, split.chunkSize);
  const chunks: Uint8Array[] = [];
  let start = 0;
  for (const end of [...cuts, bytes.length]) {
    // A copy, because the client may detach or overwrite its chunk.
    if (end > start) chunks.push(bytes.slice(start, end));
    start = Math.max(start, end);
  }
  return chunks;
}

function everyNth(length: number, size: number | undefined): number[] {
  if (size === undefined) return [];
  if (!(size >= 1)) throw new RangeError(`chunkSize must be at least one byte; got ${size}.`);
  return Array.from({ length: Math.ceil(length / size) }, (_, index) => Math.floor((index + 1) * size));
}
