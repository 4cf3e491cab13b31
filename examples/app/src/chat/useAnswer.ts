import { blocks, useFetchStream, useTypewriter, type SealedText } from 'react-streamed';
import { markdown } from 'react-streamed/markdown';
import { openAiChat } from 'react-streamed/providers';
import { resumable } from 'react-streamed/resume';
import { serverUrl } from '../serverUrl.ts';

interface AnswerOptions {
  readonly fetch: typeof fetch;
  onEnd(data: SealedText): void;
  onStop(data: SealedText): void;
}

export function useAnswer(options: AnswerOptions) {
  const answer = useFetchStream(`${serverUrl}/chat`, {
    ...options,
    ...openAiChat,
    enabled: false, // start({ body }) asks
    method: 'POST',
    accumulate: blocks({ split: markdown }), // blocks that never change again
    key: 'chat',
    resume: resumable({
      // the answer continues after a break or a reload, and in a second tab
      id: (response) => response.headers.get('x-answer-id'),
      request: ({ id, lastEventId }) => ({
        url: `${serverUrl}/chat/${id}`,
        headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {},
      }),
      cancel: ({ id }) => `${serverUrl}/chat/${id}`, // Stop stops it for all
      storage: localStorage,
    }),
  });
  const { data, isStreaming } = answer;
  const typewriter = useTypewriter(data.text, { isStreaming, split: markdown });
  return { ...answer, typewriter };
}
