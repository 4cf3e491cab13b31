import { reportException } from '../core/platform/reportException.ts';
import { createMockRequest } from './createMockRequest.ts';
import type { MockRequest } from './MockRequest.ts';
import type { MockResponseInit } from './createMockResponse.ts';
import { readRequest } from './readRequest.ts';
import { isPending } from './readRequestBody.ts';
import { replaceProperty } from './replaceProperty.ts';

/**
 * An answer prepared for a request: a whole response, an error that fails the request, or a function that answers it by
 * hand and may go on doing so later.
 */
export type MockAnswer = MockResponseInit | Error | ((request: MockRequest) => unknown);

/** How a mock stream answers. */
export interface MockStreamOptions {
  /**
   * Answers each request for which nothing is queued.
   *
   * @default none: such a request waits until the test answers it
   */
  answer?: MockAnswer | undefined;
  /**
   * Cuts everything that is written into chunks of so many bytes, unless a call says otherwise.
   *
   * @default none: each call is one chunk
   */
  chunkSize?: number | undefined;
}

/** A double of the network, driven by a test. */
export interface MockStream {
  /** A fetch that sends its requests here. It is bound: pass it on as it is. */
  readonly fetch: typeof globalThis.fetch;
  /** Every request that was sent, in order. A request that was aborted before it was sent is not among them. */
  readonly requests: readonly MockRequest[];
  /**
   * Waits for the next request that no call has taken yet, with its body read. Takes requests in the order they were
   * sent, one for each call.
   */
  nextRequest(): Promise<MockRequest>;
  /** Queues answers for the next requests, one for each, in order. */
  answer(...answers: readonly MockAnswer[]): void;
  /**
   * Puts `fetch` in the place of the global fetch.
   *
   * @returns `restore`.
   */
  install(): () => void;
  /** Puts the global fetch back. Does nothing where the double is not installed. */
  restore(): void;
}

/** Makes a double of the network: its fetch records the requests, and the test answers them. */
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
    // A body that cannot be read never reaches a server; its request has failed by itself.
    const isRead = await bytes.then(Boolean, () => false);
    if (isRead) arrive(request);
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
    answer: (...answers) => void queued.push(...answers),
    install() {
      restoreFetch ??= replaceProperty(globalThis, 'fetch', fetch);
      return mock.restore;
    },
    restore() {
      restoreFetch?.();
      restoreFetch = undefined;
    },
  };
  return mock;
}

function giveAnswer(request: MockRequest, answer: MockAnswer): void {
  if (typeof answer === 'function') void callAnswer(request, answer);
  else if (answer instanceof Error) request.fail(answer);
  else request.respond(answer).end();
}

/** An exception of an answer, a failed expectation too, is reported: the client alone would take it for a bad network. */
async function callAnswer(request: MockRequest, answer: (request: MockRequest) => unknown): Promise<void> {
  try {
    await answer(request);
  } catch (error) {
    reportException(error);
    if (request.state === 'waiting' || request.state === 'open') request.fail(error);
  }
}
