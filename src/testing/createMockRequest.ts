import { createDeferred } from './createDeferred.ts';
import { createMockBody } from './createMockBody.ts';
import { createMockResponse, isNullBody } from './createMockResponse.ts';
import { formatComment, formatEvent, formatRetry } from './formatEvent.ts';
import type { MockRequest, MockRequestState } from './MockRequest.ts';
import type { IncomingRequest } from './readRequest.ts';
import { isPending } from './readRequestBody.ts';
import { type MockSplit, splitBytes } from './splitBytes.ts';

/** A request, and what the mock's `fetch` returns for it. */
export interface MockExchange {
  readonly request: MockRequest;
  readonly response: Promise<Response>;
}

/** Creates a request for a test to answer. */
export function createMockRequest(incoming: IncomingRequest, number: number, chunkSize?: number): MockExchange {
  const { signal } = incoming;
  const sentBytes = incoming.body?.bytes;
  const answer = createDeferred<Response>();
  const closed = createDeferred<MockRequestState>();
  let state: MockRequestState = 'waiting';
  let bodyBytes = isPending(sentBytes) ? undefined : sentBytes;
  let response: Response | undefined;
  let isStalled = false;
  let hasWritten = false;

  const isGone = (): boolean => state === 'aborted' || state === 'cancelled' || state === 'failed';

  const abort = (): void => {
    const reason = signal?.reason ?? new DOMException('The operation was aborted.', 'AbortError');
    state = 'aborted';
    answer.reject(reason);
    body.abort(reason);
  };

  const close = (): void => {
    signal?.removeEventListener('abort', abort);
    closed.resolve(state);
  };

  const body = createMockBody((how) => {
    if (how === 'cancelled' && !isGone()) state = 'cancelled';
    close();
  });

  const receive = async (bytes: Promise<Uint8Array>): Promise<void> => {
    try {
      bodyBytes = await bytes;
    } catch (error) {
      request.fail(error);
    }
  };

  const write = (contentType: string, bytes: Uint8Array, split: MockSplit | undefined): MockRequest => {
    if (isGone()) return request;
    if (state === 'waiting') request.respond({ headers: { 'content-type': contentType } });
    if (state === 'ended') {
      throw new Error(
        `Cannot write to the response to ${describe(incoming)}, because it has ended or its status allows no body.`,
      );
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
    // Nobody reads a response that has no body, so that nothing else would close the request.
    if (response && isNullBody(response.status, incoming.method)) close();
  };

  const endUnlessWritten = async (): Promise<void> => {
    // Not `queueMicrotask`, because Jest's fake timers hold it back.
    await Promise.resolve();
    if (state === 'open' && !hasWritten) end();
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
    closed: closed.promise,
    respond(init = {}) {
      if (isGone()) return request;
      if (state !== 'waiting') throw new Error(`${describe(incoming)} has already been answered.`);
      const created = createMockResponse(incoming, init, body.stream);
      response = created.response;
      state = 'open';
      if (!isStalled) answer.resolve(response);
      if (created.bytes) body.push(splitBytes(created.bytes, { chunkSize }));
      if (created.isWhole) end();
      else if (response.status >= 400) void endUnlessWritten();
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
    fail(error) {
      if (isGone()) return request;
      if (state === 'ended') {
        throw new Error(`The response to ${describe(incoming)} has ended, so that it can no longer fail.`);
      }
      const reason = error === undefined ? networkError(state) : error;
      state = 'failed';
      answer.reject(reason);
      body.break(reason);
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
      if (response) answer.resolve(response);
      body.release();
      return request;
    },
  };

  signal?.addEventListener('abort', abort, { once: true });
  if (isPending(sentBytes)) void receive(sentBytes);
  return { request, response: answer.promise };
}

function describe({ method, url }: IncomingRequest): string {
  return `${method} ${url}`;
}

/** The error of a real fetch, which words it differently before and after the response's head. */
function networkError(state: MockRequestState): TypeError {
  return new TypeError(state === 'waiting' ? 'Failed to fetch' : 'network error');
}
