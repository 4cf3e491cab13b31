/** The body of a mock response: the test writes, and the client reads at its own pace. */
export interface MockBody {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Adds chunks. The client gets one of them for each read. */
  push(chunks: readonly Uint8Array[]): void;
  /** Ends the stream after what was pushed. */
  end(): void;
  /** Breaks the stream after what was pushed. While the stream is held, what was pushed is lost. */
  break(error: unknown): void;
  /** Breaks the stream at once and drops what the client has not read. */
  abort(reason: unknown): void;
  /** Holds back what is pushed from now on. */
  hold(): void;
  /** Delivers what was held back. */
  release(): void;
}

/** How the client left a body: it read the end or the error, or it cancelled. */
type MockBodyEnd = 'read' | 'cancelled';

/**
 * Creates a body that delivers one chunk for each read.
 *
 * It keeps its own queue, because an error would discard the chunks in the stream's queue, but a real client gets what
 * was sent before the connection broke.
 *
 * @param onFinish - called once, when the client has seen the end or the error, or has cancelled.
 */
export function createMockBody(onFinish: (how: MockBodyEnd) => void): MockBody {
  const chunks: Uint8Array[] = [];
  let head = 0;
  let ending: { error?: unknown } | undefined;
  let isHeld = false;
  let isWanted = false;
  let isFinished = false;

  const finish = (how: MockBodyEnd): void => {
    isFinished = true;
    chunks.length = 0;
    onFinish(how);
  };

  const pump = (): void => {
    if (isFinished || isHeld) return;
    const chunk = chunks[head];
    if (chunk && isWanted) {
      isWanted = false;
      head += 1;
      controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
    }
    if (isFinished || !ending || head < chunks.length) return;
    if ('error' in ending) controller.error(ending.error);
    else controller.close();
    finish('read');
  };

  const abort = (reason: unknown): void => {
    ending = { error: reason };
    head = chunks.length;
    isHeld = false;
    pump();
  };

  let controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (ownController) => {
        controller = ownController;
      },
      pull: () => {
        isWanted = true;
        pump();
      },
      cancel: () => finish('cancelled'),
    },
    // Nothing is read ahead, so that a chunk leaves the queue only when the client asks for it.
    { highWaterMark: 0 },
  );

  return {
    stream,
    push: (added) => {
      for (const chunk of added) chunks.push(chunk);
      pump();
    },
    end: () => {
      ending = {};
      pump();
    },
    break: (error) => {
      if (isHeld) return abort(error);
      ending = { error };
      pump();
    },
    abort,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      pump();
    },
  };
}
