import { queryOptions, experimental_streamedQuery as streamedQuery } from '@tanstack/react-query';
import { iterateFetchStream } from 'react-streamed/core';

export interface Answer {
  /** What has arrived so far. */
  readonly text: string;
  /** Whether it has arrived to its end. The cache keeps what was stopped as well, and calls it a success. */
  readonly isComplete: boolean;
}

/** The query of an answer, for every component that shows it. */
export function answerTo(question: string) {
  return queryOptions({
    queryKey: ['answer', question],
    queryFn: streamedQuery<Answer, Answer>({
      // The signal aborts the request if the query is cancelled, or if nobody shows it any longer.
      streamFn: ({ signal }) => ask(question, signal),
      reducer: (answer, piece) => ({ text: answer.text + piece.text, isComplete: piece.isComplete }),
      initialValue: { text: '', isComplete: false },
    }),
    enabled: question !== '',
    // An answer costs money, so only the reader asks again: neither a failure, nor a focus, nor another component.
    staleTime: Infinity,
    retry: false,
    retryOnMount: false,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}

/** Yields an answer piece by piece. A stream that fails or is stopped throws, so its last piece never gets here. */
async function* ask(question: string, signal: AbortSignal): AsyncGenerator<Answer> {
  for await (const text of iterateFetchStream('/api/answer', { body: { question }, signal })) {
    yield { text, isComplete: false };
  }
  yield { text: '', isComplete: true };
}
