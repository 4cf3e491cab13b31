/**
 * Reports an exception of a user's callback the way the platform reports one of an event listener, so that it is seen
 * without breaking the stream. Where there is no `reportError` (Node), it is written to the console.
 */
export function reportException(exception: unknown): void {
  (globalThis.reportError ?? console.error)(exception);
}
