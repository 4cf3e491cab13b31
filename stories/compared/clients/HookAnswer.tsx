import { concat, useEventSource } from 'react-streamed';
import { AnswerText } from '../AnswerText.tsx';
import type { AnswerProps } from './AnswerProps.ts';

export function HookAnswer({ url, question }: AnswerProps) {
  const { data, status } = useEventSource(url, {
    ...(question && { body: { question } }),
    accumulate: concat(),
    until: (event) => event.data === '[DONE]',
  });
  return <AnswerText text={data} status={status === 'closed' ? 'done' : status} />;
}
