import type { Responsiveness } from './createResponsivenessMeter.ts';

interface ResponsivenessFactsProps {
  readonly responsiveness: Responsiveness;
}

/** How busy the main thread was, as a bar, and how long 95 of 100 inputs waited at most. */
export function ResponsivenessFacts({ responsiveness: { busy, wait } }: ResponsivenessFactsProps) {
  const percent = Math.round(busy * 100);
  return (
    <div className="responsiveness">
      <span>
        Main thread <b>{percent} %</b>
      </span>
      <div className="responsiveness__bar" aria-hidden="true">
        <i style={{ inlineSize: `${percent}%` }} />
      </div>
      <span>
        An input waits up to <b>{Math.round(wait)} ms</b>
      </span>
    </div>
  );
}
