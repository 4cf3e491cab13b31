import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { createTimeline } from '../charts/createTimeline.ts';
import { describeError } from '../charts/describeError.ts';
import { createLabServer, type LabCondition } from '../server/createLabServer.ts';

/** The options that the lab lets a reader change. */
export type NetworkLabOptions = Pick<EventSourceOptions, 'reconnect' | 'idleTimeout' | 'connectTimeout'>;

/** An event source on a network that a reader breaks and mends, with a record of all that happens on it. */
export function useNetworkLab(url: string, options: NetworkLabOptions) {
  const [timeline] = useState(createTimeline);
  const [server] = useState(() => createLabServer(timeline));
  const [condition, setCondition] = useState<LabCondition>('restored');
  const entries = useSyncExternalStore(timeline.subscribe, timeline.getSnapshot);
  const source = useEventSource(url, {
    ...options,
    fetch: server.fetch,
    onEvent: (_item, { lastEventId }) => timeline.add('event', lastEventId, `Event ${lastEventId}`),
    onError: (error, next) =>
      timeline.add('status', next.willReconnect ? 'reconnecting' : 'error', describeError(error, next)),
    onClose: (reason) => reason === 'close' && timeline.add('status', 'closed', 'You close the source'),
  });
  const { status } = source;
  useEffect(() => {
    if (status === 'connecting' || status === 'open') timeline.add('status', status, `The source is ${status}`);
  }, [timeline, status]);
  const setNetwork = (next: LabCondition) => {
    setCondition(next);
    server.set(next);
  };
  return { source, entries, condition, setNetwork, cut: server.cut };
}
