import { useFetchStream, useTypewriter } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';
import type { TypewriterDemoProps } from './TypewriterDemo.tsx';

interface StreamedTypewriterDemoProps extends Omit<TypewriterDemoProps, 'text' | 'isStreaming'> {
  url: string;
  fetch?: typeof globalThis.fetch | undefined;
}

/** `useTypewriter(data, { isStreaming })` on an answer of `useFetchStream`, which arrives in bursts. */
export function StreamedTypewriterDemo({ url, fetch, lang, ...options }: StreamedTypewriterDemoProps) {
  const { data, isStreaming, stop, start } = useFetchStream(url, { fetch });
  const { text, isTyping, announcement, skip } = useTypewriter(data, { ...options, isStreaming });
  return (
    <DemoCard
      label="Streamed answer"
      status={isStreaming ? 'streaming' : isTyping ? 'typing' : 'complete'}
      announcement={announcement}
      facts={{ Arrived: data.length, Shown: text.length }}
      actions={[
        isStreaming ? { label: 'Stop', onClick: stop } : { label: 'Again', onClick: () => void start() },
        { label: 'Skip', onClick: skip, disabled: !isTyping },
      ]}
    >
      <p className="output" aria-hidden="true" lang={lang} dir="auto">
        {text}
      </p>
    </DemoCard>
  );
}
