import { createByteQueue } from './createByteQueue.ts';
import type { NetworkTools } from './NetworkTools.ts';

/** Sends bytes no faster than the bandwidth allows. */
export interface Sender {
  /** How many bytes are waiting. */
  readonly waiting: number;
  send(bytes: Uint8Array): void;
  /** Calls `onEnd` after the last chunk. */
  end(): void;
  /** Continues at the new bandwidth and chunk size. To be called if the conditions have changed. */
  update(): void;
  /** Drops what is waiting. */
  close(): void;
}

interface SenderListener {
  onChunk(chunk: Uint8Array<ArrayBuffer>): void;
  onEnd(): void;
}

/** Bytes that a calculation with fractions may be short of. */
const tolerance = 1e-6;

/**
 * Creates a sender, a token bucket: time fills it with bytes, and a chunk leaves as soon as there are enough. So a new
 * bandwidth or chunk size also applies to the chunk that is being sent.
 */
export function createSender({ clock, conditions }: NetworkTools, { onChunk, onEnd }: SenderListener): Sender {
  const queue = createByteQueue();
  /** How many bytes could have been sent since the last chunk. */
  let credit = 0;
  let creditedAt = clock.now();
  /** Bytes per millisecond, which are kB per second. */
  let { bandwidth } = conditions();
  let hasEnded = false;
  let timer: unknown;

  const addCredit = () => {
    const now = clock.now();
    if (bandwidth < Infinity) credit += (now - creditedAt) * bandwidth;
    creditedAt = now;
    ({ bandwidth } = conditions());
  };
  const sendChunks = () => {
    addCredit();
    clock.clearTimeout(timer);
    while (queue.length > 0) {
      const size = Math.min(conditions().chunkSize, queue.length);
      if (bandwidth < Infinity) {
        const missing = size - credit;
        if (missing > tolerance) {
          timer = clock.setTimeout(sendChunks, missing / bandwidth);
          return;
        }
        credit -= size;
      }
      onChunk(queue.take(size));
    }
    if (hasEnded) onEnd();
  };

  return {
    get waiting() {
      return queue.length;
    },
    send: (bytes) => {
      // Time in which there was nothing to send is lost.
      if (queue.length === 0) {
        credit = 0;
        creditedAt = clock.now();
      }
      queue.add(bytes);
      sendChunks();
    },
    end: () => {
      hasEnded = true;
      sendChunks();
    },
    update: () => {
      if (queue.length > 0) sendChunks();
    },
    close: () => {
      queue.clear();
      hasEnded = false;
      clock.clearTimeout(timer);
    },
  };
}
