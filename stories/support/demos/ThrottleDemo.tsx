import type { EventSourceOptions } from 'react-streamed/core';
import { useState } from 'react';
import { DemoCard } from './DemoCard.tsx';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';
import { ThrottledReader } from './ThrottledReader.tsx';

interface ThrottleDemoProps extends Pick<EventSourceDemoProps, 'url' | 'fetch' | 'until' | 'enabled'> {
  /** The `throttle` of each of the readers. */
  throttles: readonly NonNullable<EventSourceOptions['throttle']>[];
}

/** `throttle` sets how often a component renders while many events arrive. Each reader has its own stream. */
export function ThrottleDemo({ url, fetch, until, enabled, throttles }: ThrottleDemoProps) {
  const [run, setRun] = useState(1);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const nameOf = (throttle: string | number) => `${String(url)} ${run} ${throttle}`;
  const isDone = throttles.every((throttle) => closed.includes(nameOf(throttle)));
  return (
    <DemoCard
      label="Throttle"
      status={isDone ? 'done' : 'streaming'}
      actions={[{ label: 'Start again', onClick: () => setRun(run + 1), disabled: !isDone, primary: true }]}
    >
      <ul className="readers" aria-label="Readers">
        {throttles.map((throttle) => (
          <ThrottledReader
            key={nameOf(throttle)}
            url={url}
            fetch={fetch}
            until={until}
            enabled={enabled}
            throttle={throttle}
            onClose={() => setClosed((before) => [...before, nameOf(throttle)])}
          />
        ))}
      </ul>
    </DemoCard>
  );
}
