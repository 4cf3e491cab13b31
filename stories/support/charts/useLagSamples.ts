import { useEffect, useEffectEvent, useState } from 'react';

/** The lengths of the texts at one moment, in characters. */
export interface LagSample {
  /** A `performance.now()` time. */
  readonly at: number;
  readonly arrived: number;
  readonly shown: number;
  /** For how many milliseconds the first character that is not shown has been waiting. */
  readonly lag: number;
}

/** Samples how far `shown` is behind `arrived`, once a frame while `isRunning`. Starts again when `arrived` does. */
export function useLagSamples(arrived: number, shown: number, isRunning: boolean): readonly LagSample[] {
  const [samples, setSamples] = useState<readonly LagSample[]>([]);
  const sample = useEffectEvent(() => setSamples((before) => addSample(before, arrived, shown)));
  useEffect(() => {
    let frame = 0;
    const step = () => {
      sample();
      if (isRunning) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isRunning]);
  return samples;
}

function addSample(samples: readonly LagSample[], arrived: number, shown: number): readonly LagSample[] {
  const at = performance.now();
  const before = (samples.at(-1)?.arrived ?? 0) > arrived ? [] : samples;
  const since = before.find((sample) => sample.arrived > shown)?.at ?? at;
  return [...before, { at, arrived, shown, lag: shown < arrived ? at - since : 0 }];
}
