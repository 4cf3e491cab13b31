import { useFetchStream } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { PartItem } from './PartItem.tsx';
import { partsPresets } from './partsPresets.ts';
import { streamActions } from './streamActions.ts';

interface PartsDemoProps {
  /** The url of your server. */
  url: string;
  /** The preset that reads the parts of its answers. */
  preset: keyof typeof partsPresets;
  fetch?: typeof globalThis.fetch | undefined;
}

const body = { messages: [{ role: 'user', content: 'How is the weather in Paris and Lima?' }] };

/** `useFetchStream(url, { ...preset, body })`: the parts of an answer, shown while they arrive. */
export function PartsDemo({ url, preset, fetch }: PartsDemoProps) {
  // One type stands for all presets, because no chunk is looked at here.
  const options = partsPresets[preset] as typeof partsPresets.openAiChatParts;
  const stream = useFetchStream(url, { ...options, body, fetch });
  const { parts, usage, finishReason } = stream.data;
  return (
    <DemoCard
      label="Answer"
      status={stream.status}
      facts={{
        Parts: parts.length,
        Tokens: usage ? `${usage.inputTokens ?? '?'} in, ${usage.outputTokens ?? '?'} out` : 'unknown',
        Finish: finishReason ?? 'not yet',
      }}
      actions={streamActions(stream)}
    >
      {parts.length === 0 && stream.isStreaming && <p className="empty">Waiting for the first part</p>}
      {parts.map((part, index) => (
        <PartItem key={index} part={part} />
      ))}
      {stream.error && <ErrorNote error={stream.error} />}
    </DemoCard>
  );
}
