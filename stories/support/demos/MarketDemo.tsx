import { list, useEventSource } from 'react-streamed';
import { useState } from 'react';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';
import { marketParsers, type MarketItem } from './marketParsers.ts';
import { sourceActions } from './sourceActions.ts';

type MarketDemoProps = Pick<EventSourceDemoProps, 'url' | 'fetch' | 'types' | 'enabled' | 'throttle'>;

/** `parse` by event type: each type has its own schema, and `item` is a discriminated union. */
export function MarketDemo({ url, fetch, types, enabled, throttle }: MarketDemoProps) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const source = useEventSource(url, {
    fetch,
    types,
    enabled,
    throttle,
    parse: marketParsers,
    accumulate: list({ limit: 50 }),
    onParseError: (error, { type, data }) => setRefused((before) => [...before, `${type} ${data}: ${error.message}`]),
  });
  const { status, data, count, error } = source;
  const facts = { Events: count, Refused: refused.length };
  return (
    <DemoCard label="Market" status={status} facts={facts} actions={sourceActions(source)}>
      {error && <ErrorNote error={error} />}
      <ol className="items" aria-label="Items">
        {data.map((item, index) => (
          <li key={index}>
            <b className="event-type">{item.type}</b> {writeItem(item)}
          </li>
        ))}
      </ol>
      {refused.map((reason, index) => (
        <p key={index} className="note note--bad">
          {reason}
        </p>
      ))}
    </DemoCard>
  );
}

function writeItem({ type, data }: MarketItem): string {
  if (type === 'price') return `${data.symbol} costs ${data.price.toFixed(2)}`;
  if (type === 'trade') return `${data.shares} shares of ${data.symbol} sold`;
  return data;
}
