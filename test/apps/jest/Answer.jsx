import { useFetchStream } from 'react-streamed';

export function Answer({ prompt }) {
  const { data, status, stop } = useFetchStream('/chat', { body: { prompt } });
  return (
    <>
      <p>{data}</p>
      <p role="status">{status}</p>
      <button onClick={stop}>Stop</button>
    </>
  );
}
