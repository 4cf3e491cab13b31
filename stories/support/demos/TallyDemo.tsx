import { reduce, useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { DemoCard } from './DemoCard.tsx';

type Tally = Readonly<Record<string, number>>;

const nothing: Tally = {};

interface TallyDemoProps extends Pick<EventSourceOptions, 'fetch' | 'until'> {
  url: string;
}

/** `accumulate: reduce(fn, initial)` folds the events into one value. A thousand votes take the memory of three numbers. */
export function TallyDemo({ url, ...options }: TallyDemoProps) {
  const { status, data, count, clear, close } = useEventSource(url, {
    ...options,
    accumulate: reduce((tally: Tally, name: string) => ({ ...tally, [name]: (tally[name] ?? 0) + 1 }), nothing),
  });
  const most = Math.max(1, ...Object.values(data));
  return (
    <DemoCard
      label="Votes"
      status={status}
      facts={{ Votes: count }}
      actions={[
        { label: 'Close', onClick: close, disabled: status !== 'open' },
        { label: 'Clear', onClick: clear, disabled: count === 0 },
      ]}
    >
      <ul className="tally" aria-label="Votes by fruit">
        {Object.entries(data).map(([name, votes]) => (
          <li key={name}>
            <span>{name}</span>
            <span className="tally__bar" style={{ inlineSize: `${(votes / most) * 100}%` }} />
            <b>{votes}</b>
          </li>
        ))}
      </ul>
    </DemoCard>
  );
}
