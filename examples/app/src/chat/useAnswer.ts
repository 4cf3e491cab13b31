import { useFetchStream, useTypewriter } from 'react-streamed';
import { markdown } from 'react-streamed/markdown';
import { openAiChatParts } from 'react-streamed/providers';
import { resumable } from 'react-streamed/resume';
import { serverUrl } from '../serverUrl.ts';
import { blocksWithSteps, type AnswerData } from './blocksWithSteps.ts';

interface AnswerOptions {
  readonly fetch: typeof fetch;
  onEnd(data: AnswerData): void;
  onStop(data: AnswerData): void;
}

export function useAnswer(options: AnswerOptions) {
  const answer = useFetchStream(`${serverUrl}/chat`, {
    ...options,
    ...openAiChatParts, // text, reasoning and tool calls
    enabled: false, // start({ body }) asks
    method: 'POST',
    accumulate: blocksWithSteps(), // blocks of text that never change again
    key: 'chat',
    resume: resumable({
      // the answer continues after a break or a reload, and in a second tab
      id: (response) => response.headers.get('x-answer-id'),
      request: ({ id, lastEventId }) => ({
        url: `${serverUrl}/chat/${id}`,
        headers: lastEventId ? { 'Last-Event-ID': lastEventId } : undefined,
      }),
      cancel: ({ id }) => `${serverUrl}/chat/${id}`, // Stop stops it for all
      storage: localStorage,
      retry: { maxAttempts: 12, maxDelay: 4000 }, // longer than the server is down
    }),
  });
  const { data, isStreaming } = answer;
  const typewriter = useTypewriter(data.text, { isStreaming, split: markdown });
  return { ...answer, typewriter };
}
