import { useEffect, useState } from 'react';
import { createMockServer, type ServerSettings, type WriteItems } from './createMockServer.ts';

/** Returns the `fetch` of a mock server that follows the settings while it runs. */
export function useMockServer(
  writeItems: WriteItems,
  { delay, burst, dropRate, chunkSize, failure }: ServerSettings,
): typeof fetch {
  const [server] = useState(() => createMockServer(writeItems, { delay, burst, dropRate, chunkSize, failure }));
  useEffect(() => {
    server.update({ delay, burst, dropRate, chunkSize, failure });
  }, [server, delay, burst, dropRate, chunkSize, failure]);
  return server.fetch;
}
