import type { ReactNode } from 'react';
import { ActionButton, type Action } from './ActionButton.tsx';
import { Facts } from './Facts.tsx';
import { writeStatus } from './writeStatus.ts';

interface DemoCardProps {
  readonly label: string;
  readonly status: string;
  /** Text for the card's one live region, if it is not the status. */
  readonly announcement?: string | undefined;
  readonly facts?: Readonly<Record<string, ReactNode>> | undefined;
  readonly actions: readonly Action[];
  readonly children: ReactNode;
}

/** The frame of every demo: its status, a few facts, what was streamed, and buttons. */
export function DemoCard({ label, status, announcement, facts, actions, children }: DemoCardProps) {
  // An output is a polite live region, and a card has one.
  const Status = announcement === undefined ? 'output' : 'span';
  return (
    <section className="demo" aria-label={label}>
      <header className="demo__head">
        <Status className="status" data-status={status}>
          {writeStatus(status)}
        </Status>
        {facts && <Facts facts={facts} />}
      </header>
      <div className="demo__body">{children}</div>
      {announcement !== undefined && <output className="visually-hidden">{announcement}</output>}
      <footer className="demo__actions">
        {actions.map((action, place) => (
          // By its place, so that a button that changes its label stays the same element and keeps the focus.
          <ActionButton key={place} {...action} />
        ))}
      </footer>
    </section>
  );
}
