import type { ServerSettings } from '../server/createMockServer.ts';
import { FetchStreamDemo, type FetchStreamDemoProps } from './FetchStreamDemo.tsx';
import { useMockServer } from '../server/useMockServer.ts';
import { writeWords } from '../server/writeItems.ts';

type FetchStreamPlaygroundProps = ServerSettings & FetchStreamDemoProps;

/** `useFetchStream` on an answer of some eighty words, over a network of your making. */
export function FetchStreamPlayground({
  delay,
  burst,
  dropRate,
  chunkSize,
  error,
  ...options
}: FetchStreamPlaygroundProps) {
  const fetch = useMockServer(writeWords, { delay, burst, dropRate, chunkSize, error });
  return <FetchStreamDemo {...options} fetch={fetch} />;
}
