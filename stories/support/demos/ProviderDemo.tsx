import { useFetchStream, useTypewriter } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { presets } from './presets.ts';
import { streamActions } from './streamActions.ts';
import { TypedText } from './TypedText.tsx';

interface ProviderDemoProps {
  /** The url of your server. */
  url: string;
  /** The preset that reads its answers. */
  preset: keyof typeof presets;
  fetch?: typeof globalThis.fetch | undefined;
}

const body = { messages: [{ role: 'user', content: 'What is a stream?' }] };

/** `useFetchStream(url, { ...preset, body })` and a typewriter on its text. */
export function ProviderDemo({ url, preset, fetch }: ProviderDemoProps) {
  // One type stands for all presets, because no chunk is looked at here.
  const options = presets[preset] as typeof presets.openAiChat;
  const stream = useFetchStream(url, { ...options, body, fetch });
  const { data, status, error, isStreaming } = stream;
  const { text, isTyping, announcement, skip } = useTypewriter(data, { isStreaming });
  return (
    <DemoCard
      label="Answer"
      status={!isStreaming && isTyping ? 'typing' : status}
      announcement={announcement}
      facts={{ Arrived: data.length, Shown: text.length }}
      actions={[...streamActions(stream), { label: 'Skip', onClick: skip, disabled: !isTyping }]}
    >
      {data === '' && isStreaming && <p className="empty">Waiting for the first words</p>}
      <TypedText text={text} isTyping={isTyping} />
      {error && <ErrorNote error={error} />}
    </DemoCard>
  );
}
