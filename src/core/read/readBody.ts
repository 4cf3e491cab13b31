import type { Decoder } from '../decode/Decoder.ts';
import { isStreamError, StreamError, type StreamErrorDetails } from '../StreamError.ts';

/** What can be read: a response, whatever its status, or a stream of bytes. */
export type BodySource = Response | ReadableStream<Uint8Array>;

/** How a body is read. */
export interface ReadOptions {
  /** Stops the reading and cancels the body; the loop then throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /**
   * How much one unfinished event or line may hold, in characters.
   *
   * @default 16777216
   */
  maxEventSize?: number | undefined;
}

/**
 * Reads a body through a decoder, one chunk at a time as the items are asked for. Leaving the loop cancels the body.
 *
 * @throws {StreamError} `network` when the body breaks, `request` when it is in use already, and what the decoder throws,
 * each after the items that came before it. The signal's reason when that is aborted.
 */
export function readBody<Item>(
  source: BodySource,
  { signal }: ReadOptions,
  createDecoder: (onItem: (item: Item) => void) => Decoder,
): AsyncIterableIterator<Item, undefined> {
  const details: StreamErrorDetails = 'url' in source ? { url: source.url } : {};
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  let isCancelled = false;

  function cancel(): void {
    isCancelled = true;
    reader?.cancel(signal?.reason).catch(() => {});
  }

  function open(): ReadableStreamDefaultReader<Uint8Array> | undefined {
    const body = 'body' in source ? source.body : source;
    if (body?.locked || ('bodyUsed' in source && source.bodyUsed)) {
      throw new StreamError('request', 'The body is being read already, or was.', details);
    }
    return body?.getReader();
  }

  async function* read(): AsyncGenerator<Item, undefined, undefined> {
    signal?.throwIfAborted();
    reader = open();
    if (!reader) return;
    let items: Item[] = [];
    const decoder = createDecoder((item) => items.push(item));
    signal?.addEventListener('abort', cancel);
    try {
      let isDone = false;
      while (!isDone) {
        let chunk: ReadableStreamReadResult<Uint8Array>;
        try {
          chunk = await reader.read();
        } catch (cause) {
          if (isCancelled) break;
          throw new StreamError('network', 'The body broke off before its end.', { ...details, cause });
        }
        if (isCancelled) break;
        isDone = chunk.done;
        const failure = decode(chunk, decoder);
        for (const item of items) {
          yield item;
          if (isCancelled) break;
        }
        if (isCancelled) break;
        if (failure) throw locate(failure, details);
        items = [];
      }
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
      // A generator that waits for a chunk would return only when one comes.
      cancel();
      return iterator.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Returns what the decoder throws, so that the items that came before it can be delivered first. */
function decode({ done, value }: ReadableStreamReadResult<Uint8Array>, decoder: Decoder): unknown {
  try {
    if (done) decoder.end();
    else decoder.push(value);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Adds the url to an error of the decoder, which knows nothing of the response. */
function locate(error: unknown, details: StreamErrorDetails): unknown {
  if (!isStreamError(error)) return error;
  return new StreamError(error.code, error.message, { ...details, cause: error.cause });
}
