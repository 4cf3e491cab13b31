import { useTypewriter, type UseTypewriterOptions } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';
import { TypedText } from './TypedText.tsx';
import { usePause } from './usePause.ts';
import { writeTypingStatus } from './writeTypingStatus.ts';

export interface TypewriterDemoProps extends UseTypewriterOptions {
  /** The text to reveal. */
  text: string;
  /** The language of the text, for its font. The hook does not need it. */
  lang?: string | undefined;
}

/** `useTypewriter(text, options)`: reveals a text smoothly, whole graphemes at a time. */
export function TypewriterDemo({ text = '', lang, ...options }: TypewriterDemoProps) {
  const typewriter = useTypewriter(text, options);
  const { isTyping, announcement, restart, skip } = typewriter;
  const { isPaused, action } = usePause(typewriter);
  return (
    <DemoCard
      label="Typewriter"
      status={writeTypingStatus(isTyping, isPaused || options.paused === true)}
      announcement={announcement}
      facts={{ Shown: `${typewriter.text.length} of ${text.length}` }}
      actions={[{ label: 'Restart', onClick: restart }, action, { label: 'Skip', onClick: skip, disabled: !isTyping }]}
    >
      <TypedText text={typewriter.text} isTyping={isTyping} lang={lang} />
    </DemoCard>
  );
}
