import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { AnswerText } from '../AnswerText.tsx';
import { useSend } from '../useSend.ts';
import type { AnswerProps } from './AnswerProps.ts';

export function ChatAnswer({ url, question = 'Which cities?' }: AnswerProps) {
  const { messages, sendMessage, status } = useChat({ transport: new DefaultChatTransport({ api: url }) });
  useSend(() => void sendMessage({ text: question }));
  const texts = messages
    .filter(({ role }) => role === 'assistant')
    .flatMap(({ parts }) => parts)
    .map((part) => (part.type === 'text' ? part.text : ''));
  return <AnswerText text={texts.join('')} status={status === 'ready' && messages.length > 0 ? 'done' : status} />;
}
