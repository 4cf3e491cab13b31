import './lag.css';
import { layOutLag } from './layOutLag.ts';
import { Legend } from './Legend.tsx';
import type { LagSample } from './useLagSamples.ts';

interface LagChartProps {
  readonly samples: readonly LagSample[];
  /** The bound to draw, in milliseconds. */
  readonly maxLag: number;
}

const plot = { viewBox: '0 0 100 100', preserveAspectRatio: 'none', role: 'img' };

/** Draws what has arrived and what is shown over time, and how long the text waits between the two. */
export function LagChart({ samples, maxLag }: LagChartProps) {
  const { arrived, shown, waiting, lag, limit, last, largestLag } = layOutLag(samples, maxLag);
  return (
    <figure className="lag">
      <figcaption>Characters</figcaption>
      <svg {...plot} aria-label="Characters arrived and shown over time">
        <polygon className="lag__waiting" points={waiting} />
        <polyline className="lag__arrived" points={arrived} />
        <polyline className="lag__shown" points={shown} />
      </svg>
      <Legend entries={{ Arrived: ['arrived', last.arrived], Shown: ['shown', last.shown] }} />
      <figcaption>Lag</figcaption>
      <svg {...plot} className="lag__time" aria-label="Lag over time">
        <polyline className="lag__lag" points={lag} />
        <line className="lag__limit" x1="0" x2="100" y1={limit} y2={limit} />
      </svg>
      <Legend
        entries={{
          Now: ['lag', `${Math.round(last.lag)} ms`],
          Largest: [undefined, `${Math.round(largestLag)} ms`],
          maxLag: ['limit', `${maxLag} ms`],
        }}
      />
    </figure>
  );
}
