import { memo, useSyncExternalStore } from 'react';
import { manualLink } from '../../diagrams/manualLink.ts';
import type { FaultReporter } from './createFaultReport.ts';
import { explainOutcome, type LabHook } from './explainOutcome.ts';
import { faults } from './Fault.ts';
import { InlineCode } from './InlineCode.tsx';
import { writeOutcome } from './writeOutcome.ts';

interface FaultReportViewProps {
  readonly hook: LabHook;
  readonly report: FaultReporter;
}

const dropDeed = 'The drop rate has struck: a chunk is lost, and the connection with it.';

/** The address at the end of a message, for which there is a link. */
const seeAlso = / See \S+$/;

/** The latest fault: what happened, the error that the hook made of it, and what follows. */
export const FaultReportView = memo(function FaultReportView({ hook, report }: FaultReportViewProps) {
  const { cause, failure } = useSyncExternalStore(report.subscribe, report.getSnapshot);
  return (
    <section className="lab__report" aria-label="The latest fault">
      {!cause && !failure && <p className="empty">Press a fault to see what the hook makes of it.</p>}
      {cause && (
        <p>
          <InlineCode text={cause === 'drop' ? dropDeed : faults[cause].deed} />
        </p>
      )}
      {failure && (
        <div className="note note--bad">
          <p>
            <code>{failure.error.code}</code> {failure.error.message.replace(seeAlso, '')}
          </p>
          {failure.error.body && <pre>{failure.error.body}</pre>}
        </div>
      )}
      {failure && (
        <p>
          <b>{writeOutcome(failure)}</b> <InlineCode text={explainOutcome(hook, failure.fault, failure.outcome)} />
        </p>
      )}
      {failure && (
        <p>
          <a href={manualLink(`docs/errors/${failure.error.code}.md`)} target="_blank" rel="noreferrer">
            The page about <code>{failure.error.code}</code>
          </a>
        </p>
      )}
    </section>
  );
});
