/** Writes a time since the beginning of a recording, which is in milliseconds. */
export function writeTime(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
