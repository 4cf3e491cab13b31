/** Writes a number of bytes with its unit. */
export function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')} B`;
}
