import { useState } from 'react';
import type { EventSourceOptions } from 'react-streamed/core';
import { DemoCard } from './DemoCard.tsx';
import { ThrottledReader } from './ThrottledReader.tsx';

interface ThrottleDemoProps extends Pick<EventSourceOptions, 'fetch' | 'until'> {
  url: string;
  /** The `throttle` of each of the readers. */
  throttles: readonly NonNullable<EventSourceOptions['throttle']>[];
}

/** `throttle`: how often a component renders while events pour in. Each reader has a stream of its own. */
export function ThrottleDemo({ url, fetch, until, throttles }: ThrottleDemoProps) {
  const [run, setRun] = useState(1);
  const [finished, setFinished] = useState(0);
  const isDone = finished === throttles.length;
  const again = () => {
    setFinished(0);
    setRun(run + 1);
  };
  return (
    <DemoCard
      label="Throttle"
      status={isDone ? 'done' : 'streaming'}
      actions={[{ label: 'Again', onClick: again, disabled: !isDone }]}
    >
      <ul className="readers" aria-label="Readers">
        {throttles.map((throttle) => (
          <ThrottledReader
            key={`${throttle} ${run}`}
            url={url}
            fetch={fetch}
            until={until}
            throttle={throttle}
            onClose={() => setFinished((count) => count + 1)}
          />
        ))}
      </ul>
    </DemoCard>
  );
}
