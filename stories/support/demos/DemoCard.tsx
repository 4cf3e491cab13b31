import type { ReactNode } from 'react';

export interface DemoAction {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean | undefined;
  /** Whether it is the one to offer first. */
  readonly primary?: boolean | undefined;
}

interface DemoCardProps {
  readonly label: string;
  readonly status: string;
  /** Text for the card's one live region, where it is not the status. */
  readonly announcement?: string | undefined;
  readonly facts?: Readonly<Record<string, ReactNode>> | undefined;
  readonly actions: readonly DemoAction[];
  readonly children: ReactNode;
}

/** The frame of every demo: its status, a few facts, what was streamed, and buttons. */
export function DemoCard({ label, status, announcement, facts = {}, actions, children }: DemoCardProps) {
  // An output is a polite live region; a card has one.
  const Status = announcement === undefined ? 'output' : 'span';
  return (
    <section className="demo" aria-label={label}>
      <header className="demo__head">
        <Status className="status" data-status={status}>
          {status[0]?.toUpperCase() + status.slice(1)}
        </Status>
        <dl className="facts">
          {Object.entries(facts).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className="demo__body">{children}</div>
      {announcement !== undefined && <output className="visually-hidden">{announcement}</output>}
      <footer className="demo__actions">
        {actions.map(({ label, onClick, disabled, primary }) => (
          <button
            key={label}
            type="button"
            className={primary ? 'primary' : undefined}
            onClick={onClick}
            disabled={disabled}
          >
            {label}
          </button>
        ))}
      </footer>
    </section>
  );
}
