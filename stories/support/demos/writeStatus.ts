/** Capitalizes the name of a status: `open` becomes `Open`. */
export function writeStatus(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}
