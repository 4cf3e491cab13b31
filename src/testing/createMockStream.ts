import { reportException } from '../core/platform/reportException.ts';
import { createMockRequest } from './createMockRequest.ts';
import type { MockRequest } from './MockRequest.ts';
import type { MockResponseInit } from './createMockResponse.ts';
import { readRequest } from './readRequest.ts';
import { isPending } from './readRequestBody.ts';
import { replaceProperty } from './replaceProperty.ts';

/**
 * An answer prepared for a request: a whole response, an error that fails the request, or a function that answers it step
 * by step and may keep writing after it has returned.
 */
export type MockAnswer = MockResponseInit | Error | ((request: MockRequest) => unknown);

/** Options of a mock stream. */
export interface MockStreamOptions {
  /**
   * The answer to each request for which no answer is queued.
   *
   * @default none: the request waits until the test answers it
   */
  answer?: MockAnswer | undefined;
  /**
   * Splits everything that is written into chunks of this many bytes, unless a call splits its own bytes.
   *
   * @default none: each call writes one chunk
   */
  chunkSize?: number | undefined;
}

/** A network that a test controls. */
export interface MockStream {
  /** A fetch that sends its requests to this mock. It needs no `this`, so pass it on as it is. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Every request that was sent since `install()`, in order. It leaves out a request whose signal was already aborted,
   * because fetch does not send it.
   */
  readonly requests: readonly MockRequest[];
  /**
   * Waits for the next request and for its body. Each call returns one request, in the order in which they were sent.
   */
  nextRequest(): Promise<MockRequest>;
  /** Queues answers for the next requests, one for each, in order. */
  answer(...answers: readonly MockAnswer[]): void;
  /**
   * Replaces the global fetch by this mock's and forgets all earlier requests, so that one mock serves every test of a
   * file.
   *
   * @returns `restore`.
   */
  install(): () => void;
  /** Restores the global fetch and drops the queued answers. Does nothing if the mock is not installed. */
  restore(): void;
}

/** Creates a network for a test: its fetch records the requests, and the test answers them. */
export function createMockStream(options: MockStreamOptions = {}): MockStream {
  const requests: MockRequest[] = [];
  const queued: MockAnswer[] = [];
  const arrived: MockRequest[] = [];
  const waiting: ((request: MockRequest) => void)[] = [];
  let restoreFetch: (() => void) | undefined;

  const arrive = (request: MockRequest): void => {
    const waiter = waiting.shift();
    if (waiter) waiter(request);
    else arrived.push(request);
    const answer = queued.shift() ?? options.answer;
    if (answer) giveAnswer(request, answer);
  };

  const arriveLater = async (request: MockRequest, bytes: Promise<Uint8Array>): Promise<void> => {
    try {
      await bytes;
    } catch {
      // A server never gets a request whose body cannot be read. `createMockRequest` has failed it.
      return;
    }
    // While the body was read, the next test may have installed the mock.
    if (requests.includes(request)) arrive(request);
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const incoming = readRequest(input as RequestInfo | URL, init);
    if (incoming.signal?.aborted) throw incoming.signal.reason;
    const { request, response } = createMockRequest(incoming, requests.length + 1, options.chunkSize);
    requests.push(request);
    const bytes = incoming.body?.bytes;
    if (isPending(bytes)) void arriveLater(request, bytes);
    else arrive(request);
    return response;
  };

  const mock: MockStream = {
    fetch,
    requests,
    nextRequest: () => {
      const request = arrived.shift();
      return request ? Promise.resolve(request) : new Promise((resolve) => waiting.push(resolve));
    },
    answer(...answers) {
      queued.push(...answers);
    },
    install() {
      requests.length = 0;
      arrived.length = 0;
      waiting.length = 0;
      restoreFetch ??= replaceProperty(globalThis, 'fetch', fetch);
      return mock.restore;
    },
    restore() {
      if (!restoreFetch) return;
      restoreFetch();
      restoreFetch = undefined;
      queued.length = 0;
    },
  };
  return mock;
}

function giveAnswer(request: MockRequest, answer: MockAnswer): void {
  if (typeof answer === 'function') void callAnswer(request, answer);
  else if (answer instanceof Error) request.fail(answer);
  else request.respond(answer).end();
}

/**
 * Calls an answer and reports its exception, because the client would take a failed expectation for a network error.
 */
async function callAnswer(request: MockRequest, answer: (request: MockRequest) => unknown): Promise<void> {
  try {
    await answer(request);
  } catch (error) {
    reportException(error);
    const canFail = request.state === 'waiting' || request.state === 'open';
    if (canFail) request.fail(error);
  }
}
