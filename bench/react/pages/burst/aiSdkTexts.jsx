import { useChat, useCompletion } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useEffect, useState } from 'react';
import { useEnd } from './useEnd.js';

const wrapped = { whiteSpace: 'pre-wrap' };

export function Chat({ url, length, throttle, onEnd }) {
  const [transport] = useState(() => new DefaultChatTransport({ api: url }));
  const { messages, sendMessage } = useChat({ transport, throttle });
  useEffect(() => void sendMessage({ text: 'go' }), [sendMessage]);
  const answer = messages.find(({ role }) => role === 'assistant');
  const text = answer?.parts.findLast(({ type }) => type === 'text')?.text ?? '';
  useEnd(text.length === length, onEnd);
  return <pre style={wrapped}>{text}</pre>;
}

export function Completion({ url, length, throttle, onEnd }) {
  const { completion, complete } = useCompletion({ api: url, throttle });
  useEffect(() => void complete('go'), [complete]);
  // Its last text may come after its end.
  useEnd(completion.length === length, onEnd);
  return <pre style={wrapped}>{completion}</pre>;
}
