import { useEffect, useState } from 'react';
import { createMockServer, type ServerSettings, type WriteItems } from './createMockServer.ts';

/** Gives the `fetch` of a mock server, which follows the settings while it runs. */
export function useMockServer(
  writeItems: WriteItems,
  { delay, burst, dropRate, chunkSize, error }: ServerSettings,
): typeof fetch {
  const [server] = useState(() => createMockServer(writeItems, { delay, burst, dropRate, chunkSize, error }));
  useEffect(() => {
    server.update({ delay, burst, dropRate, chunkSize, error });
  }, [server, delay, burst, dropRate, chunkSize, error]);
  return server.fetch;
}
