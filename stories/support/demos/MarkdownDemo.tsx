import { useFetchStream } from 'react-streamed';
import { markdown } from 'react-streamed/markdown';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { MarkdownRow } from './MarkdownRow.tsx';
import { streamActions } from './streamActions.ts';
import { useRenderTally } from './useRenderTally.ts';

interface MarkdownDemoProps {
  /** The url of the answer. */
  url: string;
  /** Whether half a marker at the end is left out. */
  hold: boolean;
  fetch?: typeof globalThis.fetch | undefined;
}

/** `accumulate: markdown()` cuts an answer into blocks. Only the last one is rendered again. */
export function MarkdownDemo({ url, hold, fetch }: MarkdownDemoProps) {
  const stream = useFetchStream(url, { fetch, accumulate: markdown({ hold }) });
  const { status, data, error } = stream;
  const { blocks, tail } = data;
  const { countRef, count } = useRenderTally();
  return (
    <DemoCard
      label="Markdown answer"
      status={status}
      facts={{ Blocks: blocks.length + (tail ? 1 : 0), 'Blocks rendered': <b ref={countRef} /> }}
      actions={streamActions(stream)}
    >
      {error && <ErrorNote error={error} />}
      <div className="markdown">
        {(tail ? [...blocks, tail] : blocks).map(({ key, text, isOpen }) => (
          <MarkdownRow key={key} text={text} isOpen={isOpen} onRendered={count} />
        ))}
      </div>
    </DemoCard>
  );
}
