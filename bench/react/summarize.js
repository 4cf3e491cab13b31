import { median } from '../support/measure.js';

/** Gives the median of samples, and their spread as text. */
export function summarize(samples, digits = 0) {
  const spread = [Math.min(...samples), Math.max(...samples)].map((sample) => sample.toFixed(digits)).join('–');
  return { median: median(samples), spread };
}
