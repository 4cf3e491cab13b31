import { useInsertionEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Counts how often a component is rendered, and writes the number into an element: a state would render it again. */
export function useRenderCount(): RefObject<HTMLElement | null> {
  const elementRef = useRef<HTMLElement>(null);
  const countRef = useRef(0);
  // The one effect that StrictMode does not run twice.
  useInsertionEffect(() => {
    countRef.current += 1;
  });
  useLayoutEffect(() => {
    elementRef.current!.textContent = String(countRef.current);
  });
  return elementRef;
}
