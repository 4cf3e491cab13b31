import { buildRequest, describeRequest, type RequestSource } from './buildRequest.ts';
import type { Clock } from '../platform/clock.ts';
import type { Decoder } from '../decode/Decoder.ts';
import { planRetry, type Reconnection, type RetryPolicy } from './RetryPolicy.ts';
import type { ServerSentEvent } from '../ServerSentEvent.ts';
import {
  isStreamError,
  messageOf,
  StreamError,
  type StreamErrorCode,
  type StreamErrorDetails,
} from '../StreamError.ts';
import { waitToRetry } from './waitToRetry.ts';

/** What is asked for, what is done with the answer, and when it is asked for again. */
export interface StreamRequest {
  /** Gives the request with its latest options. */
  source(): RequestSource;
  /** The `Accept` header, where `headers` has none. */
  readonly accept: string;
  /** Gives the last event ID so far. */
  lastEventId(): string;
  /** Judges a response before its body is read: gives the code to fail with, if any. */
  judge(response: Response): 'http' | 'content-type' | undefined;
  /** Called with a good response, before its body is read. */
  onResponse(response: Response): void;
  /** Creates the decoder of one body. What it throws fails the attempt. */
  createDecoder(
    onItem: (raw: unknown, event?: ServerSentEvent) => void,
    onReconnectionTime: (time: number) => void,
  ): Decoder;
  /**
   * Called with each raw item.
   *
   * @param details - describe the request, for errors.
   */
  onItem(raw: unknown, event: ServerSentEvent | undefined, details: StreamErrorDetails): void;
  /** Gives the policy to follow now that an attempt has ended, with this failure if there was one. */
  policy(error: StreamError | undefined): boolean | RetryPolicy | undefined;
  /** Called when a retry will follow. */
  onRetry(reconnection: Reconnection): void;
  /** Called at the end, with the failure if there was one. */
  onEnd(error?: StreamError): void;
}

/** How much is read of the text of a failed response, in characters, and for how long, in milliseconds. */
const longestErrorBody = 65_536;
const patience = 2000;

/**
 * Sends a request and reads the body of its response, again as its policy says, until it ends well or fails for good.
 *
 * @param current - gives the request as it is now.
 * @param learnt - keeps what the stream's last `retry` field said, in milliseconds.
 * @returns the function that stops it. Nothing is called after that.
 */
export function startRequest(
  clock: Clock,
  current: () => StreamRequest,
  learnt: { reconnectionTime?: number } = {},
): () => void {
  let isStopped = false;
  /** Aborts the attempt or ends the wait that is under way. */
  let abort: () => void;

  const attempt = (number: number, previous?: StreamError) => {
    const controller = new AbortController();
    const { signal } = controller;
    const request = current();
    const source = request.source();
    const details: StreamErrorDetails = { ...describeRequest(source), attempt: number };
    let isSent = false;
    let openedAt = Infinity;
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    let timer: unknown;

    const fail = (code: StreamErrorCode, says: string, more?: StreamErrorDetails) =>
      new StreamError(code, `${details.method} ${details.url} ${says}.`, { ...details, ...more });

    /** Waits for something else from now on. */
    const expect = (limit: number | undefined, onExpire: () => void) => {
      clock.clearTimeout(timer);
      if (limit !== undefined) timer = clock.setTimeout(onExpire, limit);
    };
    const expectWithin = (limit: number | undefined, what: string, code: StreamErrorCode) =>
      expect(limit, () => close(fail(code, `gave no ${what} within ${limit} ms`)));

    const cancel = () => void reader?.cancel().catch(() => {});
    const read = async (onChunk: (chunk: Uint8Array) => void) => {
      for (;;) {
        const { done = true, value } = (await reader?.read()) ?? {};
        if (done || signal.aborted) return;
        onChunk(value!);
      }
    };

    const send = async () => {
      expectWithin(source.connectTimeout, 'response', 'timeout');
      // The functions of the request may stop it, so whoever started it has to have the means by then.
      await undefined;
      if (signal.aborted) return;
      const [url, init] = await buildRequest(
        source,
        { number, lastEventId: request.lastEventId(), error: previous, signal },
        request.accept,
      );
      if (signal.aborted) return;
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

      const code = request.judge(response);
      if (code) {
        const { status, headers } = response;
        const decoder = new TextDecoder();
        let body = '';
        expect(patience, cancel);
        const reading = read((chunk) => {
          body = (body + decoder.decode(chunk, { stream: true })).slice(0, longestErrorBody);
          if (body.length === longestErrorBody) cancel();
        });
        // Where the connection breaks or the server dawdles, what has come is still worth reading.
        await reading.catch(() => {});
        const says = code === 'http' ? `status ${status}` : `content type ${headers.get('content-type')}`;
        throw fail(code, `answered with ${says}`, { status, headers, body });
      }

      const decoder = current().createDecoder(
        (raw, event) => {
          if (!signal.aborted) request.onItem(raw, event, details);
        },
        (time) => {
          learnt.reconnectionTime = time;
        },
      );
      const expectByte = () => expectWithin(source.idleTimeout, 'byte', 'stalled');
      openedAt = clock.now();
      expectByte();
      request.onResponse(response);
      await read((chunk) => {
        expectByte();
        decoder.push(chunk);
      });
      if (signal.aborted) return;
      decoder.end();
      settle();
    };

    const explain = (cause: unknown): StreamError => {
      // The decoders know nothing of the request.
      if (isStreamError(cause)) return Object.assign(cause, details);
      // Node's answer to a relative url, which only a document makes absolute.
      const isMistake = !isSent || Object(Object(cause).cause).code === 'ERR_INVALID_URL';
      return isMistake
        ? fail('request', `cannot be sent (${messageOf(cause)})`, { cause })
        : fail('network', 'failed: no connection, or it was lost', { cause });
    };

    const settle = (error?: StreamError) => {
      clock.clearTimeout(timer);
      if (isStopped) return;
      const goodFor = clock.now() - openedAt;
      const retry = planRetry(current().policy(error), number, goodFor, error, learnt.reconnectionTime);
      // `when` may have stopped it.
      if (isStopped) return;
      if (!retry) return request.onEnd(error);
      abort = waitToRetry(clock, retry.delay, () => attempt(retry.attempt + 1, error));
      request.onRetry(retry);
    };

    /** Ends the attempt at once: nothing may be pending after an unmount. */
    const close = (error?: StreamError) => {
      if (signal.aborted) return;
      controller.abort(error);
      settle(error);
    };
    abort = close;
    send().catch((cause) => close(explain(cause)));
  };

  attempt(1);
  return () => {
    isStopped = true;
    abort();
  };
}
