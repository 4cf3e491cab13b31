import type { ReactNode } from 'react';
import { DemoCard } from './DemoCard.tsx';

interface ReloadedPageProps {
  /** Whether the page is between two loads. */
  readonly isAway: boolean;
  readonly children: ReactNode;
}

/** A page that is loaded again: nothing of it is left meanwhile. */
export function ReloadedPage({ isAway, children }: ReloadedPageProps) {
  if (!isAway) return children;
  return (
    <DemoCard label="Answer" status="reloading" actions={[]}>
      <p className="empty">The page is gone, and the server continues to write</p>
    </DemoCard>
  );
}
