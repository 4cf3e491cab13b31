import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import Markdown from 'react-markdown';
import { concat, useFetchStream } from 'react-streamed';
import { useEnd } from './burst/useEnd.js';

const isDone = ({ data }) => data === '[DONE]';
const text = concat();

function createReader(throttle) {
  return function Reader({ url, onEnd }) {
    const { data, status } = useFetchStream(url, { as: 'events', until: isDone, accumulate: text, throttle });
    useEnd(status === 'done', onEnd);
    return <Markdown>{data}</Markdown>;
  };
}

function Chat({ url, length, onEnd }) {
  const [transport] = useState(() => new DefaultChatTransport({ api: url }));
  const { messages, sendMessage } = useChat({ transport, throttle: 50 });
  useEffect(() => void sendMessage({ text: 'go' }), [sendMessage]);
  const answer = messages.find(({ role }) => role === 'assistant');
  const shown = answer?.parts.findLast(({ type }) => type === 'text')?.text ?? '';
  useEnd(shown.length === length, onEnd);
  return <Markdown>{shown}</Markdown>;
}

const candidates = {
  "useFetchStream, throttle 'frame'": createReader('frame'),
  "useFetchStream, throttle 'auto'": createReader('auto'),
  'useChat, throttle 50': Chat,
};

/** Renders the whole text as Markdown at each update. Answers how often the page changed. */
globalThis.run = async ({ candidate, url, length }) => {
  const root = document.body.appendChild(document.createElement('main'));
  const Candidate = candidates[candidate];
  let changes = 0;
  new MutationObserver(() => changes++).observe(root, { childList: true, characterData: true, subtree: true });
  await new Promise((resolve) => createRoot(root).render(<Candidate url={url} length={length} onEnd={resolve} />));
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return changes;
};
