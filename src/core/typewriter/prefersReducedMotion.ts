/**
 * Tells whether the user asks for reduced motion now. It is asked at each step instead of listened to: there is nothing to
 * clean up, and a change takes effect at the next frame.
 */
export function prefersReducedMotion(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
