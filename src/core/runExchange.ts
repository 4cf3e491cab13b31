import { buildRequest, describeRequest, type RequestSource } from './buildRequest.ts';
import { longestDelay, type Clock } from './clock.ts';
import type { Decoder } from './Decoder.ts';
import type { Attempt } from './RequestOptions.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import { isStreamError, StreamError, type StreamErrorCode, type StreamErrorDetails } from './StreamError.ts';

/** What is asked for, and what is done with the answer. */
export interface Exchange {
  readonly clock: Clock;
  /** Gives the request with its latest options. */
  source(): RequestSource;
  /** Gives the `Accept` header, where `headers` has none. */
  accept(): string;
  /** Judges a response before its body is read: gives the code to fail with, if any. */
  judge(response: Response): 'http' | 'content-type' | undefined;
  /** Called with a good response, before its body is read. */
  onResponse(response: Response): void;
  /** Creates the decoder of one body, which hands raw items to `onItem`. What it throws fails the exchange. */
  createDecoder(onItem: Exchange['onItem']): Decoder;
  /** Called with each raw item, until the exchange is aborted. */
  onItem(raw: unknown, event?: ServerSentEvent): void;
}

/** How much is read of the text of a failed response, in bytes, and for how long, in milliseconds. */
const longestErrorBody = 65_536;
const patience = 2000;

/**
 * Sends one request and reads its body to the end. Once it is aborted nothing is called any more.
 *
 * @throws {StreamError} for every failure; the signal's reason where the exchange was aborted.
 */
export function runExchange(
  exchange: Exchange,
  attempt: Omit<Attempt, 'signal'>,
  controller: AbortController,
): Promise<void> {
  const { clock } = exchange;
  const { signal } = controller;
  const source = exchange.source();
  const details: StreamErrorDetails = { ...describeRequest(source), attempt: attempt.number };
  let isSent = false;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let timer: unknown;
  let touchedAt: number;

  const fail = (code: StreamErrorCode, says: string, more?: StreamErrorDetails) =>
    new StreamError(code, `${details.method} ${details.url} ${says}.`, { ...details, ...more });

  /** Waits for something else from now on. No timer is set when something comes, since a stream brings much. */
  const expect = (limit: number | undefined, onExpire: () => void) => {
    clock.clearTimeout(timer);
    const wait = (delay: number) => {
      timer = clock.setTimeout(
        () => {
          const left = touchedAt + limit! - clock.now();
          if (left > 0) wait(left);
          else onExpire();
        },
        Math.min(delay, longestDelay),
      );
    };
    touchedAt = clock.now();
    if (limit !== undefined) wait(limit);
  };
  const expectWithin = (limit: number | undefined, what: string, code: StreamErrorCode) =>
    expect(limit, () => controller.abort(fail(code, `gave no ${what} within ${limit} ms`)));

  const cancel = () => void reader?.cancel(signal.reason).catch(() => {});
  const read = async (onChunk: (chunk: Uint8Array) => void) => {
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      if (done || signal.aborted) return;
      onChunk(value!);
    }
  };

  const send = async () => {
    expectWithin(source.connectTimeout, 'response', 'timeout');
    // The functions of the request may stop it, so that it is known to the one that started it by then.
    await undefined;
    signal.throwIfAborted();
    const [url, init] = await buildRequest(source, { ...attempt, signal }, exchange.accept());
    signal.throwIfAborted();
    details.url = url;
    // Not called as a method: the browser's own `fetch` refuses another `this`.
    const { fetch = globalThis.fetch } = source;
    const answer = fetch(url, init);
    isSent = true;
    const response = await answer;
    reader = response.body?.getReader();
    // For a `fetch` that does not heed the signal; one that does is told first.
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel);

    const code = exchange.judge(response);
    if (code) {
      const { status, headers } = response;
      const decoder = new TextDecoder();
      let body = '';
      let room = longestErrorBody;
      // A connection that breaks, or a server that dawdles: what has come is still worth reading.
      expect(patience, cancel);
      const reading = read((chunk) => {
        body += decoder.decode(chunk.subarray(0, room), { stream: true });
        room -= chunk.length;
        if (room <= 0) cancel();
      });
      await reading.catch(() => {});
      const says = code === 'http' ? `status ${status}` : `content type ${headers.get('content-type')}`;
      throw fail(code, `answered with ${says}`, { status, headers, body });
    }

    const decoder = exchange.createDecoder((raw, event) => {
      if (!signal.aborted) exchange.onItem(raw, event);
    });
    exchange.onResponse(response);
    if (!signal.aborted) expectWithin(source.idleTimeout, 'byte', 'stalled');
    await read((chunk) => {
      touchedAt = clock.now();
      decoder.push(chunk);
    });
    if (!signal.aborted) decoder.end();
    clock.clearTimeout(timer);
  };

  const explain = (cause: unknown): StreamError => {
    // The decoders know nothing of the request.
    if (isStreamError(cause)) return Object.assign(cause, details);
    return isSent
      ? fail('network', 'failed: the connection could not be made or was lost', { cause })
      : fail('request', `cannot be sent: ${String(Object(cause).message).replace(/\.$/, '')}`, { cause });
  };

  return new Promise((resolve, reject) => {
    // At once: nothing may be pending after an unmount.
    signal.addEventListener('abort', () => {
      clock.clearTimeout(timer);
      reject(signal.reason);
    });
    send().then(resolve, (cause) => controller.abort(explain(cause)));
  });
}
