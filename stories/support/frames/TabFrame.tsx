import { useEffect, useRef, useState } from 'react';
import runTabUrl from './runTab.ts?worker&url';
import type { TabReport } from './runTab.ts';

interface TabFrameProps {
  readonly label: string;
  /** The name that the tabs share. */
  readonly name: string;
  /** Called when this tab reports that it leads. */
  readonly onLead: (label: string) => void;
}

/** A tab in a hidden frame, and what it reports. */
export function TabFrame({ label, name, onLead }: TabFrameProps) {
  const frameRef = useRef<HTMLIFrameElement>(null);
  const [report, setReport] = useState<TabReport>();
  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<TabReport>) => {
      if (source !== frameRef.current?.contentWindow) return;
      setReport(data);
      if (data.isLeader) onLead(label);
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, [label, onLead]);
  const page = `<!doctype html><html lang="en" data-name="${name}"><title>${label}</title><script type="module" src="${runTabUrl}"></script></html>`;
  const { status = 'connecting', isLeader = false, lastEventId = '–', lost = 0 } = report ?? {};
  return (
    <li>
      <span className="status" data-status={status}>
        {label} {isLeader ? 'leads' : 'follows'}
      </span>
      <code>
        event {lastEventId}, {lost} lost
      </code>
      <iframe ref={frameRef} title={label} srcDoc={page} hidden />
    </li>
  );
}
