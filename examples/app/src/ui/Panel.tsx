import { useId, type ReactNode } from 'react';
import './Panel.css';
import { SourceCode } from './SourceCode.tsx';
import { StatusPill, type Status } from './StatusPill.tsx';

interface PanelProps {
  title: string;
  /** The hook that the panel shows. */
  hook: string;
  status: Status;
  /** The file that calls the hook, shown as it runs. */
  file: string;
  code: string;
  children: ReactNode;
}

export function Panel({ title, hook, status, file, code, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className="panel" aria-labelledby={titleId}>
      <header className="panel-header">
        <h2 id={titleId}>{title}</h2>
        <code>{hook}</code>
        <StatusPill status={status} />
      </header>
      {children}
      <SourceCode file={file} code={code} />
    </section>
  );
}
