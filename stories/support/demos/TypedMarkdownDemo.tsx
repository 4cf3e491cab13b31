import { useFetchStream, useTypewriter } from 'react-streamed';
import { markdown } from 'react-streamed/markdown';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { MarkdownRow } from './MarkdownRow.tsx';
import { streamActions } from './streamActions.ts';
import { writeTypingStatus } from './writeTypingStatus.ts';

interface TypedMarkdownDemoProps {
  /** The url of the answer. */
  url: string;
  fetch?: typeof globalThis.fetch | undefined;
}

/** `useTypewriter(data, { split: markdown })` types an answer, and its blocks are rendered as Markdown. */
export function TypedMarkdownDemo({ url, fetch }: TypedMarkdownDemoProps) {
  const stream = useFetchStream(url, { fetch });
  const { data, isStreaming, error } = stream;
  const { blocks, tail, isTyping, announcement, skip } = useTypewriter(data, { isStreaming, split: markdown });
  return (
    <DemoCard
      label="Typed Markdown answer"
      status={writeTypingStatus(isTyping, false)}
      announcement={announcement}
      facts={{ Blocks: blocks.length + (tail ? 1 : 0) }}
      actions={[...streamActions(stream), { label: 'Skip', onClick: skip, disabled: !isTyping }]}
    >
      <div className="markdown">
        {[...blocks, tail].map((text, index) => (
          <MarkdownRow key={index} text={text} isOpen={isTyping && index === blocks.length} />
        ))}
      </div>
      {error && <ErrorNote error={error} />}
    </DemoCard>
  );
}
