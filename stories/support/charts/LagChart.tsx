import './lag.css';
import type { LagSample } from './useLagSamples.ts';

interface LagChartProps {
  readonly samples: readonly LagSample[];
  /** The bound to draw, in milliseconds. */
  readonly maxLag: number;
}

/** Draws what has arrived and what is shown over time, and how long the text waits between the two. */
export function LagChart({ samples, maxLag }: LagChartProps) {
  const start = samples[0]?.at ?? 0;
  const last = samples.at(-1) ?? { at: 0, arrived: 0, shown: 0, lag: 0 };
  const largest = Math.max(0, ...samples.map(({ lag }) => lag));
  const duration = Math.max(4000, last.at - start);
  const characters = Math.ceil(Math.max(100, last.arrived) / 100) * 100;
  const ceiling = Math.max(maxLag * 1.25, largest);
  const xOf = ({ at }: LagSample) => ((at - start) / duration) * 100;
  const pathOf = (yOf: (sample: LagSample) => number, of = samples) =>
    of.map((sample) => `${xOf(sample).toFixed(2)},${(100 - yOf(sample) * 100).toFixed(2)}`).join(' ');
  const arrived = pathOf((sample) => sample.arrived / characters);
  const shown = pathOf((sample) => sample.shown / characters);
  const waiting = `${arrived} ${pathOf((sample) => sample.shown / characters, samples.toReversed())}`;
  return (
    <figure className="lag">
      <figcaption>Characters</figcaption>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label="Characters arrived and shown over time"
      >
        <polygon className="lag__waiting" points={waiting} />
        <polyline className="lag__arrived" points={arrived} />
        <polyline className="lag__shown" points={shown} />
      </svg>
      <dl className="facts lag__legend">
        <div data-line="arrived">
          <dt>Arrived</dt>
          <dd>{last.arrived}</dd>
        </div>
        <div data-line="shown">
          <dt>Shown</dt>
          <dd>{last.shown}</dd>
        </div>
      </dl>
      <figcaption>Lag</figcaption>
      <svg className="lag__time" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="Lag over time">
        <polyline className="lag__lag" points={pathOf(({ lag }) => lag / ceiling)} />
        <line
          className="lag__limit"
          x1="0"
          x2="100"
          y1={100 - (maxLag / ceiling) * 100}
          y2={100 - (maxLag / ceiling) * 100}
        />
      </svg>
      <dl className="facts lag__legend">
        <div data-line="lag">
          <dt>Now</dt>
          <dd>{Math.round(last.lag)} ms</dd>
        </div>
        <div>
          <dt>Largest</dt>
          <dd>{Math.round(largest)} ms</dd>
        </div>
        <div data-line="limit">
          <dt>maxLag</dt>
          <dd>{maxLag} ms</dd>
        </div>
      </dl>
    </figure>
  );
}
