import { blocks, useFetchStream } from 'react-streamed';
import { BlockRow } from './BlockRow.tsx';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import type { FetchStreamDemoProps } from './FetchStreamDemo.tsx';
import { streamActions } from './streamActions.ts';

type BlocksDemoProps = Pick<FetchStreamDemoProps, 'url' | 'fetch' | 'throttle' | 'enabled'>;

/** `accumulate: blocks()` cuts a long answer into paragraphs. Only the paragraph that is being written renders again. */
export function BlocksDemo({ url, fetch, throttle, enabled }: BlocksDemoProps) {
  const stream = useFetchStream(url, { fetch, throttle, enabled, accumulate: blocks() });
  const { status, data, count, error } = stream;
  return (
    <DemoCard
      label="Long answer"
      status={status}
      facts={{ Blocks: data.blocks.length, Chunks: count }}
      actions={streamActions(stream)}
    >
      {error && <ErrorNote error={error} />}
      <ol className="blocks" aria-label="Paragraphs">
        {data.blocks.map((block, index) => (
          <BlockRow key={index} label={`Block ${index + 1}`} text={block} />
        ))}
        {data.tail && <BlockRow key="tail" label="Tail" text={data.tail} />}
      </ol>
    </DemoCard>
  );
}
