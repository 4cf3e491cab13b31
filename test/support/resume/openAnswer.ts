import { createFetchStream } from 'react-streamed/core';
import { openAiChat } from 'react-streamed/providers';
import { resumable } from 'react-streamed/resume';
import { createStorage } from '../setUpResumable.ts';

/** A client of the example's chat, whose connection a test can break. */
export function openAnswer(server: string, { id }: { id?: string } = {}) {
  const requests: { method: string; status: number | undefined; process: number }[] = [];
  let line = new AbortController();
  const storage = createStorage(id ? { 'react-streamed:chat': id } : {});
  const cuttableFetch: typeof fetch = async (input, init) => {
    const request = { method: init?.method ?? 'GET', status: undefined as number | undefined, process: 0 };
    requests.push(request);
    const response = await fetch(input, {
      ...init,
      signal: AbortSignal.any([init!.signal ?? line.signal, line.signal]),
    });
    request.status = response.status;
    request.process = Number(response.headers.get('x-process'));
    return response;
  };
  const stream = createFetchStream(`${server}/chat?interval=20`, {
    ...openAiChat,
    body: { messages: [{ role: 'user', content: 'Tell me a story' }] },
    enabled: false,
    key: 'chat',
    throttle: 'none',
    fetch: cuttableFetch,
    resume: resumable({
      id: (response) => response.headers.get('x-answer-id'),
      request: ({ id: answer, lastEventId }) => ({
        url: `${server}/chat/${answer}`,
        headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {},
      }),
      cancel: ({ id: answer }) => `${server}/chat/${answer}`,
      storage,
      retry: { initialDelay: 50, maxDelay: 200, maxAttempts: 40 },
    }),
  });
  const shown: string[] = [];
  stream.subscribe(() => shown.push(stream.getSnapshot().data));
  return {
    stream,
    requests,
    shown,
    answerId: () => storage.content['react-streamed:chat'],
    /** Breaks the connection, as a bad network does. */
    cut() {
      line.abort();
      line = new AbortController();
    },
    /** Waits until the data is that long and a response is open, or until the stream has ended. */
    async waitFor(length: number) {
      await new Promise<void>((resolve) => {
        const look = () => {
          const { data, isStreaming, status, reconnection } = stream.getSnapshot();
          const isReached = data.length >= length && !reconnection;
          if (!isReached && (isStreaming || status === 'idle')) return;
          unsubscribe();
          resolve();
        };
        const unsubscribe = stream.subscribe(look);
        look();
      });
      return stream.getSnapshot();
    },
  };
}
