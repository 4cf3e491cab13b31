/** The body of a mock response: the test writes, the client reads at its own pace. */
export interface MockBody {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Adds chunks. Each is one read of the client. */
  push(chunks: readonly Uint8Array[]): void;
  /** Ends the stream after what was pushed. */
  end(): void;
  /** Breaks the stream after what was pushed; at once while it is held, or where `now` is set. */
  break(error: unknown, now?: boolean): void;
  /** Holds back what is pushed from now on. */
  hold(): void;
  /** Hands on what was held back. */
  release(): void;
}

/**
 * Makes a body that hands on one chunk a read.
 *
 * It keeps its own queue, because an error would drop what waits in the stream's: a client gets what came before a
 * connection broke.
 *
 * @param onFinish is called once, when the client has seen the end or the error, or has cancelled.
 */
export function createMockBody(onFinish: (how: 'read' | 'cancelled') => void): MockBody {
  const chunks: Uint8Array[] = [];
  let head = 0;
  let ending: { error?: unknown } | undefined;
  let isHeld = false;
  let isWanted = false;
  let isFinished = false;

  const finish = (how: 'read' | 'cancelled'): void => {
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

  let controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (given) => {
        controller = given;
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
    break: (error, now = isHeld) => {
      ending = { error };
      if (now) {
        head = chunks.length;
        isHeld = false;
      }
      pump();
    },
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      pump();
    },
  };
}
