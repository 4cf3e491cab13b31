/** Bytes that wait, whose borders between writes are forgotten. */
export interface ByteQueue {
  readonly length: number;
  add(bytes: Uint8Array): void;
  /** Takes the first `count` bytes, of which there must be enough. */
  take(count: number): Uint8Array<ArrayBuffer>;
  clear(): void;
}

/** Creates an empty queue. */
export function createByteQueue(): ByteQueue {
  let writes: Uint8Array[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    add: (bytes) => {
      writes.push(bytes);
      length += bytes.length;
    },
    take: (count) => {
      const taken = new Uint8Array(count);
      let filled = 0;
      while (filled < count) {
        const first = writes[0]!;
        const part = first.subarray(0, count - filled);
        taken.set(part, filled);
        filled += part.length;
        if (part.length === first.length) writes.shift();
        else writes[0] = first.subarray(part.length);
      }
      length -= count;
      return taken;
    },
    clear: () => {
      writes = [];
      length = 0;
    },
  };
}
