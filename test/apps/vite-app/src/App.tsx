import { version } from 'react';
import { list, useEventSource, useFetchStream, useTypewriter } from 'react-streamed';
import { openAiChat } from 'react-streamed/providers';

const question = { messages: [{ role: 'user', content: 'What is a stream?' }] };

export function App({ server }: { server: string }) {
  const answer = useFetchStream(`${server}/chat?interval=5`, { ...openAiChat, body: question });
  const typed = useTypewriter(answer.data, { isStreaming: answer.isStreaming, initial: 'type' });
  const feed = useEventSource(`${server}/sse?interval=20&dropAfter=3&retry=50`, { accumulate: list() });
  return (
    <main>
      <h1>React {version}</h1>
      <p role="status">{answer.status}</p>
      <p role="log">{typed.text}</p>
      <ul aria-label="Feed">
        {feed.data.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <button onClick={feed.close}>Close the feed</button>
      <p role="alert">{answer.error?.message}</p>
    </main>
  );
}
