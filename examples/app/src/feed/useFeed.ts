import { useState } from 'react';
import { list, useEventSource } from 'react-streamed';
import { acrossTabs } from 'react-streamed/tabs';
import { serverUrl } from '../serverUrl.ts';

// The server cuts the connection after 8 events.
const url = `${serverUrl}/sse?dropAfter=8`;

/** What all tabs share the feed as. An app with users adds who the user is. */
export const feedName = `feed ${serverUrl}`;

export function useFeed() {
  const [connections, setConnections] = useState(0);
  const feed = useEventSource(url, {
    share: acrossTabs(feedName),
    idleTimeout: 30_000,
    parse: (event) => event,
    accumulate: list({ limit: 100 }),
    onOpen: () => setConnections((count) => count + 1),
  });
  return { ...feed, connections };
}
