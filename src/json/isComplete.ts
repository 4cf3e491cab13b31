/**
 * The snapshots of objects and arrays that were still open. Remembering these costs less than remembering what was
 * closed, and lets a value from another source, such as a saved answer, count as complete.
 */
export const openSnapshots: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/**
 * Tells whether an object or array in the data of `json()` has been closed. It will then never change again. A text, a
 * number, `null` or `undefined` is neither, so the result is `false`.
 *
 * @param node - an object or array. One that `json()` did not make counts as complete.
 */
export function isComplete(node: unknown): boolean {
  return typeof node === 'object' && node !== null && !openSnapshots.has(node);
}
