import './controls.css';
import './lab.css';
import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import type { Action } from '../demos/ActionButton.tsx';
import { DemoCard } from '../demos/DemoCard.tsx';
import { writeStatus } from '../demos/writeStatus.ts';
import type { Lab } from './createLab.ts';
import { FaultButtons } from './faults/FaultButtons.tsx';
import { FaultReportView } from './faults/FaultReportView.tsx';
import type { FaultName } from './faults/Fault.ts';
import { writeOutcome } from './faults/writeOutcome.ts';
import { ConditionSliders } from './network/ConditionSliders.tsx';
import type { NetworkName } from './network/NetworkConditions.ts';
import { LabTimeline } from './timeline/LabTimeline.tsx';

interface LabFrameProps {
  readonly lab: Lab;
  readonly network: NetworkName;
  readonly status: string;
  readonly facts: Readonly<Record<string, ReactNode>>;
  readonly actions: readonly Action[];
  /** Sends the next request. Must be stable. */
  readonly begin: () => void;
  /** What the hook has streamed. */
  readonly children: ReactNode;
}

/** A lab: what a hook streams, the network and the faults that it has to deal with, and the timeline of both. */
export function LabFrame({ lab, network, status, facts, actions, begin, children }: LabFrameProps) {
  const { failure } = useSyncExternalStore(lab.report.subscribe, lab.report.getSnapshot);
  const press = useCallback((fault: FaultName) => lab.press(fault, begin), [lab, begin]);
  const outcome = failure ? `${failure.error.code}: ${writeOutcome(failure)}` : '';
  return (
    <div className="network-lab">
      <DemoCard
        label="Network lab"
        status={status}
        announcement={`${writeStatus(status)}. ${outcome}`}
        facts={facts}
        actions={actions}
      >
        <div className="lab__bench">
          <ConditionSliders initial={network} onChange={lab.setConditions} />
          <div className="lab__stream">
            {/* The newest text is at the end, so the box stays there. */}
            <div className="lab__text" role="region" aria-label="Streamed text" tabIndex={0}>
              {children}
            </div>
            <LabTimeline recording={lab.recording} />
            <FaultReportView hook={lab.hook} report={lab.report} />
          </div>
          <FaultButtons onPress={press} onRepeat={lab.setRepeating} />
        </div>
      </DemoCard>
    </div>
  );
}
