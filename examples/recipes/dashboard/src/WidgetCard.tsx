import type { ReactNode } from 'react';
import { useRenderCount } from './useRenderCount.ts';

interface WidgetCardProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** The frame of a widget. It belongs to a memoised view, so it counts how often that view was rendered. */
export function WidgetCard({ name, children }: WidgetCardProps) {
  const countRef = useRenderCount();
  return (
    <li className="widget">
      <h2>{name}</h2>
      {children}
      <p className="widget-count">
        Renders: <span ref={countRef} />
      </p>
    </li>
  );
}
