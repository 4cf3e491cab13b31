import type { ServerSettings } from '../server/createMockServer.ts';
import { useMockServer } from '../server/useMockServer.ts';
import { writeReadings } from '../server/writeItems.ts';
import { EventSourceDemo, type EventSourceDemoProps } from './EventSourceDemo.tsx';

type EventSourcePlaygroundProps = ServerSettings & EventSourceDemoProps;

/** `useEventSource` on an endless feed, over a network of your making. */
export function EventSourcePlayground({
  delay,
  burst,
  dropRate,
  chunkSize,
  failure,
  fetch,
  ...options
}: EventSourcePlaygroundProps) {
  const serverFetch = useMockServer(writeReadings, { delay, burst, dropRate, chunkSize, failure });
  return <EventSourceDemo {...options} fetch={fetch ?? serverFetch} />;
}
