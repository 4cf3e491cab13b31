import { useState } from 'react';
import { DemoCard } from './DemoCard.tsx';
import { MarkdownColumn } from './MarkdownColumn.tsx';
import { BlocksMarkdown, StreamdownMarkdown, WholeMarkdown } from './MarkdownWays.tsx';

interface MarkdownComparedDemoProps {
  /** The url of the answer. */
  url: string;
  fetch?: typeof globalThis.fetch | undefined;
}

const ways = [
  ['react-markdown, the whole text', WholeMarkdown],
  ['Streamdown', StreamdownMarkdown],
  ['react-markdown, blocks of markdown()', BlocksMarkdown],
] as const;

/** The same answer in three ways, one after the other, because the browser does not tell whose a long task is. */
export function MarkdownComparedDemo({ url, fetch }: MarkdownComparedDemoProps) {
  const [run, setRun] = useState(1);
  const [current, setCurrent] = useState(0);
  const isDone = current === ways.length;
  const startAgain = () => {
    setCurrent(0);
    setRun(run + 1);
  };
  const stateOf = (place: number) => {
    if (place === current) return 'streaming';
    return place < current ? 'done' : 'waiting';
  };
  return (
    <div className="wide">
      <DemoCard
        label="Markdown, compared"
        status={isDone ? 'done' : 'streaming'}
        actions={[{ label: 'Start again', onClick: startAgain, disabled: !isDone, primary: true }]}
      >
        <ul className="columns" aria-label="Ways">
          {ways.map(([label, Way], place) => (
            <MarkdownColumn
              key={`${label} ${run} ${url}`}
              label={label}
              Way={Way}
              state={stateOf(place)}
              url={url}
              fetch={fetch}
              onEnd={() => setCurrent(place + 1)}
            />
          ))}
        </ul>
      </DemoCard>
    </div>
  );
}
