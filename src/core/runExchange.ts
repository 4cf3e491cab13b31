import { buildRequest, describeRequest, type BuiltRequest } from './buildRequest.ts';
import type { Clock } from './clock.ts';
import { createDeadline } from './createDeadline.ts';
import { readErrorBody } from './readErrorBody.ts';
import type { Attempt, RequestOptions, StreamUrl } from './RequestOptions.ts';
import { isStreamError, StreamError, type StreamErrorCode, type StreamErrorDetails } from './StreamError.ts';

/** One request and what is done with its response. */
export interface Exchange {
  url: StreamUrl;
  options: RequestOptions;
  /** The attempt, except for its signal. */
  attempt: Omit<Attempt, 'signal'>;
  /** Ends the exchange when it is aborted. */
  controller: AbortController;
  clock: Clock;
  /** The `Accept` header, where `headers` has none. */
  accept: string;
  /** Judges the response before its body is read: gives the code to fail with, if any. */
  judge(response: Response): 'http' | 'content-type' | undefined;
  /** Called with a good response, before its body is read. */
  onResponse(response: Response): void;
  /** Called with each chunk of the body. What it throws fails the exchange. */
  onChunk(chunk: Uint8Array): void;
  /** Called at the end of the body. What it throws fails the exchange. */
  onEnd?(): void;
}

/**
 * Sends one request and reads its body to the end.
 *
 * @throws {StreamError} for every failure; the signal's reason where the exchange was aborted.
 */
export async function runExchange(exchange: Exchange): Promise<void> {
  const { url, options, controller, clock, judge } = exchange;
  const { signal } = controller;
  const details: StreamErrorDetails = { ...describeRequest(url, options), attempt: exchange.attempt.number };
  const fail = (code: StreamErrorCode, says: string, more?: StreamErrorDetails) =>
    new StreamError(code, `${details.method} ${details.url} ${says}.`, { ...details, ...more });
  const deadline = createDeadline(clock);
  const expect = (what: string, code: StreamErrorCode, limit: number | undefined) =>
    deadline.start(limit, () => controller.abort(fail(code, `gave no ${what} within ${limit} ms`)));
  // At once: nothing may be pending after an unmount.
  signal.addEventListener('abort', deadline.clear);
  let isSent = false;

  try {
    expect('response', 'timeout', options.connectTimeout);
    const attempt = { ...exchange.attempt, signal };
    const request = await untilAborted(buildRequest(url, options, attempt, exchange.accept), signal);
    // Here and below: an abort may come between what settles a promise and what follows it.
    if (signal.aborted) throw signal.reason;
    details.url = request.url;
    isSent = true;
    const response = await untilAborted(send(request, options, signal), signal);
    if (signal.aborted) {
      response.body?.cancel().catch(() => {});
      throw signal.reason;
    }

    const code = judge(response);
    if (code) {
      const { status, headers } = response;
      const body = await readErrorBody(response, deadline, signal);
      const says = code === 'http' ? `status ${status}` : `content type ${headers.get('content-type')}`;
      throw fail(code, `answered with ${says}`, { status, headers, body });
    }

    deadline.clear();
    exchange.onResponse(response);
    if (!signal.aborted) expect('byte', 'stalled', options.idleTimeout);
    await pump(response, signal, (chunk) => {
      deadline.touch();
      exchange.onChunk(chunk);
    });
    exchange.onEnd?.();
  } catch (cause) {
    // An abort is what ended it, whatever that made the platform or a user's `fetch` throw.
    const reason: unknown = signal.aborted ? signal.reason : explain(cause);
    controller.abort(reason);
    throw reason;
  } finally {
    deadline.clear();
  }

  function explain(cause: unknown): StreamError {
    // The decoders know nothing of the request.
    if (isStreamError(cause)) return Object.assign(cause, details);
    const { message, cause: inner } = Object(cause) as { message?: string; cause?: { code?: string } };
    // Node's answer to a relative url, which only a document makes absolute.
    const isMistake = !isSent || inner?.code === 'ERR_INVALID_URL';
    return isMistake
      ? fail('request', `cannot be sent: ${String(message).replace(/\.$/, '')}`, { cause })
      : fail('network', 'failed: the connection could not be made or was lost', { cause });
  }
}

/** Reads a body to its end. Throws the signal's reason once that is aborted. */
async function pump(response: Response, signal: AbortSignal, onChunk: (chunk: Uint8Array) => void): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  // For a `fetch` that does not pass the signal on.
  const cancel = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', cancel);
  while (!signal.aborted) {
    const { done, value } = await reader.read();
    if (signal.aborted) break;
    if (done) return;
    onChunk(value);
  }
  cancel();
  throw signal.reason;
}

async function send({ url, init }: BuiltRequest, options: RequestOptions, signal: AbortSignal): Promise<Response> {
  // Not called as a method: the browser's own `fetch` refuses another `this`.
  const { fetch = globalThis.fetch } = options;
  const response = await fetch(url, init);
  if (signal.aborted) response.body?.cancel().catch(() => {});
  return response;
}

/** Settles as `promise` does, or rejects when `signal` is aborted, for what does not heed the signal itself. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
