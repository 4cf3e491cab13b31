/** Gives the number of code units at the start of two texts that are equal. Long parts are compared at once. */
export function commonPrefixLength(left: string, right: string): number {
  if (left === right) return left.length;
  let length = 0;
  for (let step = 2 ** 30; step >= 1; step /= 2) {
    const end = length + step;
    // At the end of either text the slices differ in length, as the texts are not equal.
    if (left.slice(length, end) === right.slice(length, end)) length = end;
  }
  return length;
}
