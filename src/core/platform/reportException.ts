/**
 * Reports an exception of a user's callback as the platform reports one of an event listener: it is seen, and the stream
 * continues. Without `reportError` (Node), it is written to the console.
 */
export function reportException(exception: unknown): void {
  try {
    if (typeof reportError === 'function') reportError(exception);
    else console.error(exception);
  } catch {
    // The value cannot even be shown.
  }
}
