'use client';

import { list, useEventSource, useFetchStream, useTypewriter } from 'react-streamed';

export function Streams() {
  const answer = useFetchStream('/api/answer', { body: { prompt: 'Count' } });
  const typed = useTypewriter(answer.data, { isStreaming: answer.isStreaming, initial: 'type' });
  const feed = useEventSource('/api/feed', { parse: 'json', accumulate: list() });
  return (
    <>
      <p role="status">{answer.status}</p>
      <p role="log">{typed.text}</p>
      <p aria-label="Feed">
        {feed.status}: {feed.data.map(String).join(' ')}
      </p>
      <button onClick={feed.close}>Close the feed</button>
      <p role="alert">{answer.error?.message}</p>
    </>
  );
}
