/** Tells whether the user sees another page. Without a document, as on a server, the page counts as visible. */
export function isPageHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}
