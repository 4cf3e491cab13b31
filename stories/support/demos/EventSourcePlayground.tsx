import type { ServerSettings } from '../server/createMockServer.ts';
import { EventSourceDemo, type EventSourceDemoProps } from './EventSourceDemo.tsx';
import { useMockServer } from '../server/useMockServer.ts';
import { writeReadings } from '../server/writeItems.ts';

type EventSourcePlaygroundProps = ServerSettings & EventSourceDemoProps;

/** `useEventSource` on an endless feed, over a network of your making. */
export function EventSourcePlayground({
  delay,
  burst,
  dropRate,
  chunkSize,
  error,
  ...options
}: EventSourcePlaygroundProps) {
  const fetch = useMockServer(writeReadings, { delay, burst, dropRate, chunkSize, error });
  return <EventSourceDemo {...options} fetch={fetch} />;
}
