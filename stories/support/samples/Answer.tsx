import { useFetchStream } from 'react-streamed';

export function Answer({ prompt }: { prompt: string }) {
  const { data, error, isStreaming, start, stop } = useFetchStream('/chat', { body: { prompt } });
  return (
    <>
      <p>{data}</p>
      {error && <p role="alert">{error.message}</p>}
      <button onClick={isStreaming ? stop : () => void start()}>{isStreaming ? 'Stop' : 'Ask again'}</button>
    </>
  );
}
