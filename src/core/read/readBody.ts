import type { Decoder } from '../decode/Decoder.ts';
import { isStreamError, StreamError, withDetails, type StreamErrorDetails } from '../StreamError.ts';

/** What can be read: a response, whatever its status, or a stream of bytes. */
export type BodySource = Response | ReadableStream<Uint8Array>;

/** How a body is read. */
export interface ReadOptions {
  /** Stops reading and cancels the body. The loop then throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /**
   * How many characters one unfinished event or line may hold.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
}

/**
 * Reads a body through a decoder, one chunk at a time as the items are asked for. Leaving the loop cancels the body.
 *
 * @throws {StreamError} `network` if the body breaks, `request` if it is already in use, and what the decoder throws, each
 *   after the items that arrived before. The signal's reason if it is aborted.
 */
export function readBody<Item>(
  source: BodySource,
  { signal }: ReadOptions,
  createDecoder: (onItem: (item: Item) => void) => Decoder,
): AsyncIterableIterator<Item, undefined> {
  const details: StreamErrorDetails = 'url' in source ? { url: source.url } : {};
  const body = 'body' in source ? source.body : source;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let isCancelled = false;

  function cancel(): void {
    isCancelled = true;
    // Before the first item is asked for, nothing reads the body yet. A body that others read cannot be cancelled.
    const cancelled = reader ? reader.cancel(signal?.reason) : body?.cancel(signal?.reason);
    cancelled?.catch(() => {});
  }

  function open(): ReadableStreamDefaultReader<Uint8Array> | undefined {
    if (signal?.aborted) cancel();
    signal?.throwIfAborted();
    const isUsed = 'bodyUsed' in source && source.bodyUsed;
    if (body?.locked || isUsed) {
      throw new StreamError('request', 'The body is already being read, or was read before.', details);
    }
    return body?.getReader();
  }

  async function readChunk(
    from: ReadableStreamDefaultReader<Uint8Array>,
  ): Promise<ReadableStreamReadResult<Uint8Array> | undefined> {
    try {
      return await from.read();
    } catch (cause) {
      if (isCancelled) return undefined;
      throw new StreamError('network', 'The body broke off before its end.', { ...details, cause });
    }
  }

  async function* readItems(from: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Item, undefined, undefined> {
    let items: Item[] = [];
    const decoder = createDecoder((item) => items.push(item));
    for (;;) {
      const chunk = await readChunk(from);
      if (isCancelled || !chunk) return;
      const failure = decode(chunk, decoder);
      for (const item of items) {
        yield item;
        if (isCancelled) return;
      }
      if (failure) throw isStreamError(failure) ? withDetails(failure, details) : failure;
      if (chunk.done) return;
      items = [];
    }
  }

  async function* read(): AsyncGenerator<Item, undefined, undefined> {
    reader = open();
    if (!reader) return;
    signal?.addEventListener('abort', cancel);
    try {
      yield* readItems(reader);
      signal?.throwIfAborted();
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancel();
      reader.releaseLock();
    }
  }

  const iterator = read();
  return {
    next: () => iterator.next(),
    return() {
      // A generator that waits for a chunk would return only when one arrives, and one that was not started never cancels.
      cancel();
      return iterator.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Returns what the decoder throws, so that the items that arrived before can be delivered first. */
function decode({ done, value }: ReadableStreamReadResult<Uint8Array>, decoder: Decoder): unknown {
  try {
    if (done) decoder.end();
    else decoder.push(value);
    return undefined;
  } catch (error) {
    return error;
  }
}
