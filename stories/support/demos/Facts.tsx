import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: Readonly<Record<string, ReactNode>>;
}

/** A few short terms with their values, in one line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
