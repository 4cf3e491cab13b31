import type { EventSourceOptions } from 'react-streamed/core';
import { useState } from 'react';
import { DemoCard } from './DemoCard.tsx';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';
import { ThrottledReader } from './ThrottledReader.tsx';

interface ThrottleDemoProps extends Pick<EventSourceDemoProps, 'url' | 'fetch' | 'until' | 'enabled'> {
  /** The `throttle` of each of the readers. */
  throttles: readonly NonNullable<EventSourceOptions['throttle']>[];
}

/** `throttle` sets how often a component renders. The readers take turns, so that each has the page for itself. */
export function ThrottleDemo({ url, fetch, until, enabled, throttles }: ThrottleDemoProps) {
  const [run, setRun] = useState(1);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const nameOf = (throttle: string | number) => `${String(url)} ${run} ${throttle}`;
  const turn = throttles.find((throttle) => !closed.includes(nameOf(throttle)));
  const isDone = turn === undefined;
  return (
    <DemoCard
      label="Throttle"
      status={isDone ? 'done' : 'streaming'}
      actions={[{ label: 'Start again', onClick: () => setRun(run + 1), disabled: !isDone, primary: true }]}
    >
      <label className="field">
        Type here while the text arrives
        <input type="text" autoComplete="off" />
      </label>
      <ul className="readers" aria-label="Readers">
        {throttles.map((throttle) => (
          <ThrottledReader
            key={nameOf(throttle)}
            url={url}
            fetch={fetch}
            until={until}
            enabled={enabled}
            throttle={throttle}
            isTurn={throttle === turn}
            onClose={() => setClosed((before) => [...before, nameOf(throttle)])}
          />
        ))}
      </ul>
    </DemoCard>
  );
}
