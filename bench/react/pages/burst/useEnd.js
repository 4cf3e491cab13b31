import { useEffect } from 'react';

/** Calls `onEnd` once all is shown. */
export function useEnd(hasEnded, onEnd) {
  useEffect(() => {
    if (hasEnded) onEnd();
  }, [hasEnded, onEnd]);
}
