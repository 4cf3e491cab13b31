import type { UseTypewriterResult } from 'react-streamed';
import { useState } from 'react';
import type { Action } from './ActionButton.tsx';

/** Remembers whether a reader has paused a typewriter, and makes the button for it. */
export function usePause({ isTyping, pause, resume }: UseTypewriterResult): { isPaused: boolean; action: Action } {
  const [isPaused, setIsPaused] = useState(false);
  const toggle = () => {
    if (isPaused) resume();
    else pause();
    setIsPaused(!isPaused);
  };
  return { isPaused, action: { label: isPaused ? 'Resume' : 'Pause', onClick: toggle, disabled: !isTyping } };
}
