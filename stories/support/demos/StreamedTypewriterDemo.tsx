import { useFetchStream, useTypewriter } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { streamActions } from './streamActions.ts';
import { TypedText } from './TypedText.tsx';
import type { TypewriterDemoProps } from './TypewriterDemo.tsx';
import { writeTypingStatus } from './writeTypingStatus.ts';

interface StreamedTypewriterDemoProps extends Omit<TypewriterDemoProps, 'text' | 'isStreaming'> {
  /** The url of the answer. */
  url: string;
  fetch?: typeof globalThis.fetch | undefined;
}

/** `useTypewriter(data, { isStreaming })` on an answer from `useFetchStream`, which arrives in bursts. */
export function StreamedTypewriterDemo({ url, fetch, lang, ...options }: StreamedTypewriterDemoProps) {
  const stream = useFetchStream(url, { fetch });
  const { data, isStreaming, error } = stream;
  const { text, isTyping, announcement, skip } = useTypewriter(data, { ...options, isStreaming });
  return (
    <DemoCard
      label="Streamed answer"
      status={writeTypingStatus(isTyping, options.paused === true)}
      announcement={announcement}
      facts={{ Arrived: data.length, Shown: text.length }}
      actions={[...streamActions(stream), { label: 'Skip', onClick: skip, disabled: !isTyping }]}
    >
      <TypedText text={text} isTyping={isTyping} lang={lang} />
      {error && <ErrorNote error={error} />}
    </DemoCard>
  );
}
