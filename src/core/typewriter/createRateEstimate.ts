/** Estimates how fast and in which rhythm text arrives. */
export interface RateEstimate {
  /** Records that `count` graphemes arrived `gap` milliseconds after the arrival before. The gap of the first is ignored. */
  add(count: number, gap: number): void;
  /** Returns the rate of the arrivals in graphemes per millisecond. */
  rate(): number;
  /** Returns how long the next arrival is expected to take, in milliseconds. */
  expectedGap(): number;
}

/** The rate that is assumed at first, in graphemes per millisecond. */
const initialRate = 0.2;

/** The gap that is assumed at first, in milliseconds. */
const initialGap = 50;

/** For how many milliseconds of measurements the assumptions count. */
const initialWeight = 300;

/** The time after which a measurement counts for 1/e of what it did at first, in milliseconds. */
const memory = 2000;

/** The longest gap that is measured, in milliseconds. After a longer one the stream paused, and its rate did not fall. */
const longestGap = 600;

/** Creates an estimate from sums that fade exponentially. */
export function createRateEstimate(): RateEstimate {
  let graphemes = initialRate * initialWeight;
  let duration = initialWeight;
  let squaredGaps = initialGap * initialWeight;
  /** The graphemes of the latest arrival. They count with the gap that follows them, once that is known. */
  let latestCount = 0;

  return {
    add: (count, gap) => {
      const isFirst = latestCount === 0;
      if (!isFirst) {
        const measured = Math.min(longestGap, gap);
        const fade = Math.exp(-measured / memory);
        graphemes = graphemes * fade + latestCount;
        duration = duration * fade + measured;
        squaredGaps = squaredGaps * fade + measured * measured;
      }
      latestCount = count;
    },
    rate: () => graphemes / duration,
    // The mean length of the gap into which a random moment falls. The plain mean of the gaps would be far too short for
    // a stream that comes in bursts, because the gaps inside a burst are many.
    expectedGap: () => squaredGaps / duration,
  };
}
