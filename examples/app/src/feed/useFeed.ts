import { useState } from 'react';
import { list, useEventSource } from 'react-streamed';
import { serverUrl } from '../serverUrl.ts';

// The server cuts the connection after 8 events.
const url = `${serverUrl}/sse?dropAfter=8`;

export function useFeed() {
  const [connections, setConnections] = useState(0);
  const feed = useEventSource(url, {
    parse: (event) => event,
    accumulate: list({ limit: 100 }),
    onOpen: () => setConnections((count) => count + 1),
  });
  return { ...feed, connections };
}
