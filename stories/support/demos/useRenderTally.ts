import { useCallback, useRef, type RefObject } from 'react';

interface RenderTally {
  /** The element that shows the number. */
  readonly countRef: RefObject<HTMLElement | null>;
  /** Adds one. */
  readonly count: () => void;
}

/** Counts how often rows are rendered, and writes the number into an element: a state would render them again. */
export function useRenderTally(): RenderTally {
  const countRef = useRef<HTMLElement>(null);
  const numberRef = useRef(0);
  const count = useCallback(() => {
    numberRef.current += 1;
    // The element is there after the first render only.
    queueMicrotask(() => {
      if (countRef.current) countRef.current.textContent = String(numberRef.current);
    });
  }, []);
  return { countRef, count };
}
