import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { createLabServer, type LabCondition } from '../server/createLabServer.ts';
import { createTimeline } from '../charts/createTimeline.ts';
import { DemoCard } from './DemoCard.tsx';
import { describeError } from '../charts/describeError.ts';
import '../charts/timeline.css';
import { NetworkControls } from './NetworkControls.tsx';
import { TimelineChart } from '../charts/TimelineChart.tsx';
import { TimelineLog } from '../charts/TimelineLog.tsx';
import { useCountdown } from './useCountdown.ts';

interface NetworkLabDemoProps extends Pick<EventSourceOptions, 'reconnect' | 'idleTimeout' | 'connectTimeout'> {
  /** The url of the feed. */
  url: string;
}

/** `useEventSource` on a network that you break and mend. */
export function NetworkLabDemo({ url, ...options }: NetworkLabDemoProps) {
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
  const { status, count, lastEventId, reconnection } = source;
  const seconds = useCountdown(reconnection?.at, reconnection?.delay);
  const isOff = status === 'idle' || status === 'closed' || status === 'error';

  useEffect(() => {
    if (status === 'connecting' || status === 'open') timeline.add('status', status, `The source is ${status}`);
  }, [timeline, status]);

  const set = (next: LabCondition) => {
    setCondition(next);
    server.set(next);
  };
  return (
    <div className="lab">
      <DemoCard
        label="Network lab"
        status={status}
        facts={{
          Attempt: reconnection?.attempt ?? 'none',
          Next: reconnection ? (seconds ? `in ${seconds} s` : 'under way') : 'none',
          'Last ID': lastEventId || 'none',
          Events: count,
        }}
        actions={[
          isOff ? { label: 'Open', onClick: source.open, primary: true } : { label: 'Close', onClick: source.close },
          { label: 'Reconnect now', onClick: source.reconnect, disabled: status !== 'reconnecting', primary: true },
        ]}
      >
        <NetworkControls condition={condition} canCut={status === 'open'} onCut={server.cut} onSet={set} />
        <div className="lab__views">
          <TimelineChart entries={entries} />
          <TimelineLog entries={entries} />
        </div>
      </DemoCard>
    </div>
  );
}
