import { median, quantile } from './measure.js';

/** Gives the ratio of two medians, and as text the middle half of the ratios of each round. */
export function compare(ours, theirs) {
  const ratios = ours.map((sample, round) => sample / theirs[round]);
  const spread = [0.25, 0.75].map((share) => quantile(ratios, share).toFixed(2)).join('–');
  return { ratio: median(ours) / median(theirs), spread };
}
