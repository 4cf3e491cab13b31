/** Tells whether the user sees another page. Outside a browser there is no page to hide. */
export function isPageHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}
