import { TimelineChart } from '../charts/TimelineChart.tsx';
import { TimelineLog } from '../charts/TimelineLog.tsx';
import { DemoCard } from './DemoCard.tsx';
import { NetworkControls } from './NetworkControls.tsx';
import { sourceActions } from './sourceActions.ts';
import { useCountdown } from './useCountdown.ts';
import { useNetworkLab, type NetworkLabOptions } from './useNetworkLab.ts';

interface NetworkLabDemoProps extends NetworkLabOptions {
  /** The url of the feed. */
  url: string;
}

const lanes = { Network: 'network', Status: 'status', Events: 'event', Requests: 'request' } as const;

/** `useEventSource` on a network that you break and mend. */
export function NetworkLabDemo({ url, ...options }: NetworkLabDemoProps) {
  const { source, entries, condition, setNetwork, cut } = useNetworkLab(url, options);
  const { status, count, lastEventId, reconnection } = source;
  const seconds = useCountdown(reconnection?.at, reconnection?.delay);
  const next = seconds > 0 ? `in ${seconds} s` : 'under way';
  return (
    <div className="lab">
      <DemoCard
        label="Network lab"
        status={status}
        facts={{
          Attempt: reconnection?.attempt ?? 'none',
          Next: reconnection ? next : 'none',
          'Last ID': lastEventId || 'none',
          Events: count,
        }}
        actions={sourceActions(source)}
      >
        <NetworkControls condition={condition} canCut={status === 'open'} onCut={cut} onSet={setNetwork} />
        <div className="lab__views">
          <TimelineChart entries={entries} lanes={lanes} />
          <TimelineLog entries={entries} />
        </div>
      </DemoCard>
    </div>
  );
}
