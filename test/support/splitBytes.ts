/** Cuts bytes at the given places, which may repeat, be in any order, or lie outside. */
export function splitBytes(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [0, ...places.filter((place) => place > 0 && place < bytes.length).toSorted((a, b) => a - b)];
  return cuts.map((cut, i) => bytes.subarray(cut, cuts[i + 1] ?? bytes.length));
}
