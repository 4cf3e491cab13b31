import { list, useEventSource } from 'react-streamed';

export function Feed() {
  const { data, status, error, reconnection } = useEventSource('/feed', { accumulate: list({ limit: 20 }) });
  return (
    <>
      <p>{reconnection ? `Connection lost. Attempt ${reconnection.attempt} follows.` : status}</p>
      {status === 'error' && <p role="alert">{error?.message}</p>}
      <ul>
        {data.map((reading) => (
          <li key={reading}>{reading}</li>
        ))}
      </ul>
    </>
  );
}
