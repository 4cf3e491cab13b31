import { reduce, useEventSource } from 'react-streamed';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';
import { sourceActions } from './sourceActions.ts';

type Tally = Readonly<Record<string, number>>;

const nothing: Tally = {};

type TallyDemoProps = Pick<EventSourceDemoProps, 'url' | 'fetch' | 'until' | 'enabled' | 'throttle'>;

/** `accumulate: reduce(fn, initial)` folds the events into one value. A thousand votes take the memory of three numbers. */
export function TallyDemo({ url, fetch, until, enabled, throttle }: TallyDemoProps) {
  const source = useEventSource(url, {
    fetch,
    until,
    enabled,
    throttle,
    accumulate: reduce((tally: Tally, name: string) => ({ ...tally, [name]: (tally[name] ?? 0) + 1 }), nothing),
  });
  const { status, data, count, error } = source;
  const most = Math.max(1, ...Object.values(data));
  return (
    <DemoCard
      label="Votes"
      status={status}
      facts={{ Votes: count }}
      actions={[...sourceActions(source), { label: 'Clear', onClick: source.clear, disabled: count === 0 }]}
    >
      {error && <ErrorNote error={error} />}
      {count === 0 && <p className="empty">No votes yet</p>}
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
