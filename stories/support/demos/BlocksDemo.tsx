import { blocks, useFetchStream } from 'react-streamed';
import type { FetchStreamDemoProps } from './FetchStreamDemo.tsx';
import { BlockRow } from './BlockRow.tsx';
import { DemoCard } from './DemoCard.tsx';

/** `accumulate: blocks()` cuts a long answer into paragraphs. Only the one that is being written renders again. */
export function BlocksDemo({ url, fetch, throttle }: Pick<FetchStreamDemoProps, 'url' | 'fetch' | 'throttle'>) {
  const { status, data, count, isStreaming, start, stop } = useFetchStream(url, {
    fetch,
    throttle,
    accumulate: blocks(),
  });
  return (
    <DemoCard
      label="Long answer"
      status={status}
      facts={{ Blocks: data.blocks.length, Chunks: count }}
      actions={[
        isStreaming ? { label: 'Stop', onClick: stop } : { label: 'Start', onClick: () => void start(), primary: true },
      ]}
    >
      <ol className="blocks" aria-label="Paragraphs">
        {data.blocks.map((block, index) => (
          <BlockRow key={index} label={`Block ${index + 1}`} text={block} />
        ))}
        {data.tail && <BlockRow key="tail" label="Tail" text={data.tail} />}
      </ol>
    </DemoCard>
  );
}
