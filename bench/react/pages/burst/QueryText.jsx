import { experimental_streamedQuery as streamedQuery, QueryClient, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readEvents } from './readEvents.js';
import { useEnd } from './useEnd.js';

/** Reads the stream with TanStack Query, as its manual shows it: each event goes into the cache. */
export function QueryText({ url, length, onEnd }) {
  const [client] = useState(() => new QueryClient());
  const { data = '' } = useQuery(
    {
      queryKey: [url],
      queryFn: streamedQuery({
        streamFn: ({ signal }) => readEvents(url, signal),
        reducer: (text, data) => text + data,
        initialValue: '',
      }),
    },
    client,
  );
  useEnd(data.length === length, onEnd);
  return <pre style={{ whiteSpace: 'pre-wrap' }}>{data}</pre>;
}
