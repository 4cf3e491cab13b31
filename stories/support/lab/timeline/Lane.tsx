import type { ReactNode } from 'react';

interface LaneProps {
  readonly name: string;
  /** What the lane says at the moment that is looked at. */
  readonly value: string;
  readonly children: ReactNode;
}

/** One lane of a timeline: its name, its number and its picture. */
export function Lane({ name, value, children }: LaneProps) {
  return (
    <div className="lane">
      <dt>{name}</dt>
      <dd>
        <span className="lane__value">{value}</span>
        {children}
      </dd>
    </div>
  );
}
