import { createMockBody } from './createMockBody.ts';
import { formatComment, formatEvent, formatRetry } from './formatEvent.ts';
import type { MockRequest, MockRequestState } from './MockRequest.ts';
import type { IncomingRequest } from './readRequest.ts';
import { createMockResponse, isNullBody } from './createMockResponse.ts';
import { isPending } from './readRequestBody.ts';
import { type MockSplit, splitBytes } from './splitBytes.ts';

/** A request with the side of it that the double itself needs. */
export interface MockExchange {
  readonly request: MockRequest;
  /** What fetch returns. */
  readonly response: Promise<Response>;
}

/** Makes a request to answer. */
export function createMockRequest(incoming: IncomingRequest, number: number, chunkSize?: number): MockExchange {
  const { signal } = incoming;
  let state: MockRequestState = 'waiting';
  const sent = incoming.body?.bytes;
  let bodyBytes = isPending(sent) ? undefined : sent;
  let response: Response | undefined;
  let isStalled = false;
  let hasWritten = false;
  let resolve!: (response: Response) => void;
  let reject!: (reason: unknown) => void;
  let close!: (state: MockRequestState) => void;
  const answer = new Promise<Response>((...functions) => {
    [resolve, reject] = functions;
  });
  const closed = new Promise<MockRequestState>((resolve) => {
    close = resolve;
  });

  const body = createMockBody((how) => {
    signal?.removeEventListener('abort', abort);
    if (how === 'cancelled' && !isGone()) state = 'cancelled';
    close(state);
  });

  const isGone = (): boolean => state === 'aborted' || state === 'cancelled' || state === 'failed';

  const receive = async (bytes: Promise<Uint8Array>): Promise<void> => {
    try {
      bodyBytes = await bytes;
    } catch (error) {
      request.fail(error);
    }
  };

  const abort = (): void => {
    state = 'aborted';
    const reason = signal?.reason ?? new DOMException('The operation was aborted.', 'AbortError');
    reject(reason);
    body.break(reason, true);
  };
  signal?.addEventListener('abort', abort, { once: true });
  if (isPending(sent)) void receive(sent);

  const write = (contentType: string, bytes: Uint8Array, split: MockSplit | undefined): MockRequest => {
    if (isGone()) return request;
    if (state === 'waiting') request.respond({ headers: { 'content-type': contentType } });
    if (state === 'ended') {
      throw new Error(`The response to ${describe(incoming)} has ended, or has no body; nothing can be written to it.`);
    }
    hasWritten = true;
    body.push(splitBytes(bytes, split ?? { chunkSize }));
    return request;
  };

  const writeText = (contentType: string, text: string, split: MockSplit | undefined): MockRequest =>
    write(contentType, new TextEncoder().encode(text), split);

  const end = (): void => {
    state = 'ended';
    body.end();
    if (!response || !isNullBody(response.status, incoming.method)) return;
    signal?.removeEventListener('abort', abort);
    close(state);
  };

  const request: MockRequest = {
    number,
    url: incoming.url,
    method: incoming.method,
    headers: incoming.headers,
    init: incoming.init,
    signal,
    get body() {
      return bodyBytes && new TextDecoder().decode(bodyBytes);
    },
    get bodyBytes() {
      return bodyBytes;
    },
    json: () => JSON.parse(request.body ?? ''),
    get aborted() {
      return state === 'aborted';
    },
    get cancelled() {
      return state === 'cancelled';
    },
    get state() {
      return state;
    },
    closed,
    respond(init = {}) {
      if (isGone()) return request;
      if (state !== 'waiting') throw new Error(`${describe(incoming)} has been answered; respond() comes once.`);
      const made = createMockResponse(incoming, init, body.stream);
      response = made.response;
      state = 'open';
      if (!isStalled) resolve(response);
      if (made.bytes) body.push(splitBytes(made.bytes, { chunkSize }));
      if (made.isWhole) end();
      else if (response.status >= 400) {
        // Not `queueMicrotask`: Jest's fake timers hold it back.
        void Promise.resolve().then(() => state === 'open' && !hasWritten && end());
      }
      return request;
    },
    event: (event, split) => writeText('text/event-stream', formatEvent(event), split),
    comment: (text = '', split) => writeText('text/event-stream', formatComment(text), split),
    retry: (milliseconds, split) => writeText('text/event-stream', formatRetry(milliseconds), split),
    text: (text, split) => writeText('text/plain;charset=utf-8', text, split),
    jsonLine: (value, split) => writeText('application/x-ndjson', `${JSON.stringify(value)}\n`, split),
    bytes: (bytes, split) => write('application/octet-stream', Uint8Array.from(bytes), split),
    end() {
      if (isGone() || state === 'ended') return request;
      if (state === 'waiting') request.respond();
      end();
      return request;
    },
    fail(error = new TypeError(state === 'waiting' ? 'Failed to fetch' : 'network error')) {
      if (isGone()) return request;
      if (state === 'ended')
        throw new Error(`The response to ${describe(incoming)} has ended; it cannot fail any more.`);
      state = 'failed';
      reject(error);
      body.break(error);
      return request;
    },
    drop: () => request.fail(new TypeError('terminated')),
    stall() {
      isStalled = true;
      body.hold();
      return request;
    },
    resume() {
      isStalled = false;
      if (response) resolve(response);
      body.release();
      return request;
    },
  };
  return { request, response: answer };
}

function describe({ method, url }: IncomingRequest): string {
  return `${method} ${url}`;
}
