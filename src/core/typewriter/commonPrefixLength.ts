/** Gives the number of code units at the start of `left` and `right` that are equal. Long equal parts are compared at once. */
export function commonPrefixLength(left: string, right: string): number {
  const end = Math.min(left.length, right.length);
  let length = 0;
  for (let step = 4096; step >= 1; step /= 64) {
    while (length + step <= end && left.slice(length, length + step) === right.slice(length, length + step)) {
      length += step;
    }
  }
  return length;
}
