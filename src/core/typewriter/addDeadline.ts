/** Says that the first `end` graphemes have to be shown at `time`, in milliseconds. */
export interface Deadline {
  end: number;
  readonly time: number;
}

/** Deadlines that are less than this apart become one, in milliseconds. */
const shortestDistance = 8;

/** Adds a deadline for all of a text to those of its parts, which are in the order of their times. */
export function addDeadline(deadlines: Deadline[], added: Deadline): void {
  let last = deadlines.at(-1);
  // Each frame and each arrival looks at every deadline. In a burst of thousands of arrivals they would be too many.
  if (last && last.time < added.time && added.time < last.time + shortestDistance) {
    last.end = added.end;
    return;
  }
  // A later deadline for a part of the text asks for less than the new one.
  while (last && last.time >= added.time) {
    deadlines.pop();
    last = deadlines.at(-1);
  }
  deadlines.push(added);
}
