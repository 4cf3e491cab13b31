/**
 * Reads from a value of the user or the platform; `undefined` if that throws. A property may be missing, its getter may
 * throw, and a revoked proxy cannot be read at all.
 */
export function readSafely<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
