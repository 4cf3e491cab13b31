import { useFetchStream, useTypewriter } from 'react-streamed';
import {
  aiSdk,
  anthropic,
  gemini,
  ollama,
  openAiChat,
  openAiCompatible,
  openAiResponses,
} from 'react-streamed/providers';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';

const presets = { aiSdk, anthropic, gemini, ollama, openAiChat, openAiCompatible, openAiResponses };

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
  // One type stands for all: no chunk is looked at here.
  const options = presets[preset] as typeof openAiChat;
  const { data, status, error, isStreaming, stop, start } = useFetchStream(url, { ...options, body, fetch });
  const { text, isTyping, announcement, skip } = useTypewriter(data, { isStreaming });
  return (
    <DemoCard
      label="Answer"
      status={!isStreaming && isTyping ? 'typing' : status}
      announcement={announcement}
      facts={{ Arrived: data.length, Shown: text.length }}
      actions={[
        isStreaming ? { label: 'Stop', onClick: stop } : { label: 'Again', onClick: () => void start() },
        { label: 'Skip', onClick: skip, disabled: !isTyping },
      ]}
    >
      <p className="output" aria-hidden="true" dir="auto">
        {text}
      </p>
      {error && <ErrorNote error={error} />}
    </DemoCard>
  );
}
