/** The length of the spans in which requests are counted, in milliseconds. */
export const span = 500;

/** Which share of the clients has to be back. The rest has failed several times and comes from long waits. */
const backShare = 0.99;

/**
 * Says how evenly requests came.
 *
 * @param times - when each request came, in milliseconds.
 * @returns the requests a second in each span; the greatest of these; their mean from the first request to the one with
 *   which 99 % of the clients are back; and when that is.
 */
export function summarizeRequests(times) {
  const sorted = Float64Array.from(times).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const rates = Array.from({ length: Math.floor(last / span) + 1 }, () => 0);
  for (const time of sorted) rates[Math.floor(time / span)] += 1000 / span;
  const count = Math.ceil(sorted.length * backShare);
  const back = sorted[count - 1];
  const mean = count / ((back - first) / 1000);
  const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
  return { rates, peak, mean, back };
}
