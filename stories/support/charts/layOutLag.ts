import type { LagSample } from './useLagSamples.ts';

/** The points of the lines of a lag chart, in percent of its width and height. */
export interface LagLayout {
  readonly arrived: string;
  readonly shown: string;
  /** The area between the two. */
  readonly waiting: string;
  readonly lag: string;
  /** How far down the line of `maxLag` is. */
  readonly limit: number;
  readonly last: LagSample;
  readonly largestLag: number;
}

const nothing: LagSample = { at: 0, arrived: 0, shown: 0, lag: 0 };
const shortestDuration = 4000;

/** Turns samples into lines: characters by time, and the lag by time. */
export function layOutLag(samples: readonly LagSample[], maxLag: number): LagLayout {
  const start = samples[0]?.at ?? 0;
  const last = samples.at(-1) ?? nothing;
  const largestLag = Math.max(0, ...samples.map(({ lag }) => lag));
  const duration = Math.max(shortestDuration, last.at - start);
  const characters = Math.ceil(Math.max(100, last.arrived) / 100) * 100;
  const ceiling = Math.max(maxLag * 1.25, largestLag, 1);

  const pointsOf = (points: readonly LagSample[], heightOf: (sample: LagSample) => number) =>
    points
      .map((sample) => {
        const x = ((sample.at - start) / duration) * 100;
        const y = 100 - heightOf(sample) * 100;
        return `${x.toFixed(2)},${y.toFixed(2)}`;
      })
      .join(' ');
  const arrived = pointsOf(samples, (sample) => sample.arrived / characters);
  const backwards = pointsOf(samples.toReversed(), (sample) => sample.shown / characters);
  return {
    arrived,
    shown: pointsOf(samples, (sample) => sample.shown / characters),
    waiting: `${arrived} ${backwards}`,
    lag: pointsOf(samples, ({ lag }) => lag / ceiling),
    limit: 100 - (maxLag / ceiling) * 100,
    last,
    largestLag,
  };
}
