/** Writes the name of a status as a word of its own: `open` becomes `Open`. */
export function writeStatus(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}
