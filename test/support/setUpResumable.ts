import { createFetchStream, type FetchStreamStore } from 'react-streamed/core';
import { resumable, type ResumableOptions, type ResumeStorage } from 'react-streamed/resume';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { vi } from 'vitest';

/** Takes the id from the header that the tests' servers send. */
const idFromHeader: ResumableOptions['id'] = (response) => response.headers.get('x-answer');

/** What `respond` needs for an answer that can be resumed. */
export const answerHead = { headers: { 'x-answer': 'a1' } };

/** A storage in memory. */
export function createStorage(
  content: Record<string, string> = {},
): ResumeStorage & { content: Record<string, string> } {
  return {
    content,
    getItem: (key) => content[key] ?? null,
    setItem: (key, value) => {
      content[key] = value;
    },
    removeItem: (key) => {
      delete content[key];
    },
  };
}

/** Creates a stream of any format, whose data the test knows. */
const create = createFetchStream as (url: string, options: object) => FetchStreamStore<unknown, { resume?: unknown }>;

/** Creates a stream whose answers can be resumed, on a network and a clock that the test controls. */
export function setUpResumable(resume: Partial<ResumableOptions> = {}, options: object = {}) {
  const mock = createMockStream();
  const clock = createManualClock();
  const callbacks = { onOpen: vi.fn(), onItem: vi.fn(), onEnd: vi.fn(), onStop: vi.fn(), onError: vi.fn() };
  const stream = create('/chat', {
    method: 'POST',
    body: { prompt: 'hi' },
    headers: { authorization: 'secret' },
    enabled: false,
    fetch: mock.fetch,
    clock,
    ...callbacks,
    ...options,
    resume: resumable({
      id: idFromHeader,
      request: ({ id, loaded }) => `/chat/${id}?from=${loaded}`,
      ...resume,
      retry: { jitter: false, maxAttempts: 5, ...resume.retry },
    }),
  });
  const shown: unknown[] = [];
  stream.subscribe(() => {
    const { data } = stream.getSnapshot();
    if (shown.at(-1) !== data) shown.push(data);
  });
  /** Lets the wait for the next attempt pass. */
  const waitForRetry = () => clock.advanceAsync(30_000);
  return { mock, clock, stream, callbacks, shown, waitForRetry };
}
