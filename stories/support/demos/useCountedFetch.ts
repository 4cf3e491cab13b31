import { useMemo, useState } from 'react';

/** Counts the requests that pass through a `fetch`. */
export function useCountedFetch(fetch: typeof globalThis.fetch): [number, typeof globalThis.fetch] {
  const [requests, setRequests] = useState(0);
  const countedFetch = useMemo<typeof globalThis.fetch>(
    () => (input, init) => {
      setRequests((count) => count + 1);
      return fetch(input, init);
    },
    [fetch],
  );
  return [requests, countedFetch];
}
