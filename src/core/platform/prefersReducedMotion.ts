const reducedMotionQuery = '(prefers-reduced-motion: reduce)';

/** Tells whether the user prefers reduced motion. Without `matchMedia` (Node, workers) nobody says so. */
export function prefersReducedMotion(): boolean {
  return globalThis.matchMedia?.(reducedMotionQuery).matches ?? false;
}
