/** A body that a test feeds by hand, and what became of it. */
export interface TestBody {
  stream: ReadableStream<Uint8Array>;
  /** Adds a chunk. Text is encoded as UTF-8. */
  push(chunk: Uint8Array | string): void;
  close(): void;
  fail(reason: unknown): void;
  /** Whether the reader cancelled the body. */
  readonly isCancelled: boolean;
  /** What it was cancelled with. */
  readonly cancelReason: unknown;
}

/** Creates a body whose chunks come when the test pushes them. */
export function createTestBody(): TestBody {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let isCancelled = false;
  let cancelReason: unknown;
  const stream = new ReadableStream<Uint8Array>({
    start(started) {
      controller = started;
    },
    cancel(reason) {
      isCancelled = true;
      cancelReason = reason;
    },
  });
  return {
    stream,
    push: (chunk) => controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk),
    close: () => controller.close(),
    fail: (reason) => controller.error(reason),
    get isCancelled() {
      return isCancelled;
    },
    get cancelReason() {
      return cancelReason;
    },
  };
}
