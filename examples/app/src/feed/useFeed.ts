import { useState } from 'react';
import { list, useEventSource } from 'react-streamed';
import { serverUrl } from '../serverUrl.ts';

export function useFeed() {
  const [connections, setConnections] = useState(0);
  // The server cuts the connection after 8 events. The hook
  // comes back with the last event ID, and nothing is lost.
  const feed = useEventSource(`${serverUrl}/sse?dropAfter=8`, {
    parse: (event) => event,
    accumulate: list({ limit: 100 }),
    onOpen: () => setConnections((count) => count + 1),
  });
  return { ...feed, connections };
}
