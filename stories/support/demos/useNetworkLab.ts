import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { traceStreams } from 'react-streamed/devtools';
import { createTimeline } from '../charts/createTimeline.ts';
import { describeRecord } from '../charts/describeRecord.ts';
import { createLabServer, type LabCondition } from '../server/createLabServer.ts';

/** The options that the lab lets a reader change. */
export type NetworkLabOptions = Pick<EventSourceOptions, 'reconnect' | 'idleTimeout' | 'connectTimeout'>;

/** An event source on a network that a reader breaks and mends, with a timeline of its records. */
export function useNetworkLab(url: string, options: NetworkLabOptions) {
  const [timeline] = useState(createTimeline);
  const [server] = useState(() => createLabServer(timeline));
  const [condition, setCondition] = useState<LabCondition>('restored');
  const entries = useSyncExternalStore(timeline.subscribe, timeline.getSnapshot);
  // The records of a page are those of all its streams.
  const key = `${useId()} ${url}`;
  useEffect(
    () =>
      traceStreams({
        onRecord: (record) => {
          if (!('key' in record) || record.key !== key) return;
          for (const entry of describeRecord(record)) timeline.add({ at: record.end, ...entry });
        },
      }),
    [timeline, key],
  );
  const source = useEventSource(url, { ...options, key, fetch: server.fetch });
  const setNetwork = (next: LabCondition) => {
    setCondition(next);
    server.set(next);
  };
  return { source, entries, condition, setNetwork, cut: server.cut };
}
