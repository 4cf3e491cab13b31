/** Says that the first `end` graphemes have to be shown at `time`, in milliseconds. */
export interface Deadline {
  readonly end: number;
  readonly time: number;
}

/** Deadlines that are less than this apart become one, in milliseconds. */
const shortestDistance = 8;

/** Returns the deadlines of a text, the earliest first, after a deadline for all of it was added to those of its parts. */
export function addDeadline(deadlines: readonly Deadline[], added: Deadline): Deadline[] {
  const last = deadlines.at(-1);
  // Each frame and each arrival looks at every deadline. In a burst of thousands of arrivals they would be too many.
  if (last && last.time < added.time && added.time < last.time + shortestDistance) {
    return [...deadlines.slice(0, -1), { end: added.end, time: last.time }];
  }
  // A later deadline for a part of the text asks for less than the new one.
  const earlier = deadlines.filter(({ time }) => time < added.time);
  return [...earlier, added];
}
