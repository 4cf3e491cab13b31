import type { ResumableOptions } from 'react-streamed/resume';
import { TimelineChart } from '../charts/TimelineChart.tsx';
import { TimelineLog } from '../charts/TimelineLog.tsx';
import type { AnswerServerSettings } from '../server/createAnswerServer.ts';
import { ActionButton } from './ActionButton.tsx';
import { Facts } from './Facts.tsx';
import { ReloadedPage } from './ReloadedPage.tsx';
import { ResumedAnswer } from './ResumedAnswer.tsx';
import { useResumeLab } from './useResumeLab.ts';

interface ResumeDemoProps extends Pick<ResumableOptions, 'from' | 'retry'>, AnswerServerSettings {
  /** Whether the id of the answer is kept, so that it continues after a reload. */
  storage: boolean;
}

const lanes = { Breaks: 'network', Connection: 'status', Text: 'event', Requests: 'request' } as const;

/** An answer that continues after a break and after a reload, from a server that keeps it. */
export function ResumeDemo({ storage, delay, cutAfter, ...options }: ResumeDemoProps) {
  const lab = useResumeLab({ delay, cutAfter });
  const { entries, fetch, key, page } = lab;
  const isOpen = entries.findLast(({ lane }) => lane === 'status')?.label === 'open';
  const requests = entries.filter(({ lane }) => lane === 'request');
  const count = (method: string) => `${requests.filter(({ text }) => text.startsWith(method)).length} ${method}`;
  const [storedId = 'none'] = lab.stored.values();
  return (
    <div className="lab lab--stacked">
      <ReloadedPage isAway={page.isAway}>
        <ResumedAnswer
          key={page.loads}
          streamKey={key}
          fetch={fetch}
          storage={storage ? lab.storage : undefined}
          {...options}
        />
      </ReloadedPage>
      <section className="demo" aria-label="Page and network">
        <div className="demo__head">
          <div className="lab__network">
            <ActionButton label="Cut" onClick={lab.cut} disabled={!isOpen} />
            <ActionButton label="Reload" onClick={lab.reload} disabled={page.isAway} />
          </div>
          <Facts facts={{ Requests: ['POST', 'GET', 'DELETE'].map(count).join(', '), 'Stored ID': storedId }} />
        </div>
        <div className="demo__body lab__views">
          <TimelineChart entries={entries} lanes={lanes} />
          <TimelineLog entries={entries} />
        </div>
      </section>
    </div>
  );
}
