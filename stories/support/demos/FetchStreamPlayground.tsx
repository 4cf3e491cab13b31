import type { ServerSettings } from '../server/createMockServer.ts';
import { useMockServer } from '../server/useMockServer.ts';
import { writeWords } from '../server/writeItems.ts';
import { FetchStreamDemo, type FetchStreamDemoProps } from './FetchStreamDemo.tsx';

type FetchStreamPlaygroundProps = ServerSettings & FetchStreamDemoProps;

/** `useFetchStream` on an answer of some eighty words, over a network of your making. */
export function FetchStreamPlayground({
  delay,
  burst,
  dropRate,
  chunkSize,
  failure,
  fetch,
  ...options
}: FetchStreamPlaygroundProps) {
  const serverFetch = useMockServer(writeWords, { delay, burst, dropRate, chunkSize, failure });
  return <FetchStreamDemo {...options} fetch={fetch ?? serverFetch} />;
}
