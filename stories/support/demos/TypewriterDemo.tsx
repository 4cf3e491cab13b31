import { useState } from 'react';
import { useTypewriter } from 'react-streamed';
import type { UseTypewriterOptions } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';

export interface TypewriterDemoProps extends UseTypewriterOptions {
  /** The text to reveal. */
  text: string;
  /** The language of the text, for its font. The hook does not need it. */
  lang?: string | undefined;
}

/** `useTypewriter(text, options)`: reveals a text smoothly, whole graphemes at a time. */
export function TypewriterDemo({ text, lang, ...options }: TypewriterDemoProps) {
  const [isPaused, setIsPaused] = useState(false);
  const typewriter = useTypewriter(text, options);
  const { isTyping, announcement, pause, resume } = typewriter;
  const togglePause = () => {
    (isPaused ? resume : pause)();
    setIsPaused(!isPaused);
  };
  const status = !isTyping ? 'complete' : isPaused ? 'paused' : 'typing';
  return (
    <DemoCard
      label="Typewriter"
      status={status}
      announcement={announcement}
      facts={{ Shown: `${typewriter.text.length} of ${text.length}` }}
      actions={[
        { label: 'Restart', onClick: typewriter.restart },
        { label: isPaused ? 'Resume' : 'Pause', onClick: togglePause, disabled: !isTyping },
        { label: 'Skip', onClick: typewriter.skip, disabled: !isTyping },
      ]}
    >
      <p className="output" aria-hidden="true" lang={lang} dir="auto">
        {typewriter.text}
      </p>
    </DemoCard>
  );
}
