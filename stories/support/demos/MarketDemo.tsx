import { list, useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { useState } from 'react';
import { z } from 'zod';
import { DemoCard } from './DemoCard.tsx';

const Price = z.object({ symbol: z.string(), price: z.number() });
const Trade = z.object({ symbol: z.string(), shares: z.int() });

interface MarketDemoProps extends Pick<EventSourceOptions, 'fetch'> {
  url: string;
}

/** `parse` by event type: each type has a schema of its own, and `item` is a discriminated union. */
export function MarketDemo({ url, fetch }: MarketDemoProps) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { status, data, count, open, close } = useEventSource(url, {
    fetch,
    parse: { price: Price, trade: Trade, notice: 'text' },
    accumulate: list({ limit: 50 }),
    onParseError: (error, event) =>
      setRefused((before) => [...before, `${event.type} ${event.data}: ${error.message}`]),
  });
  return (
    <DemoCard
      label="Market"
      status={status}
      facts={{ Events: count, Refused: refused.length }}
      actions={[status === 'open' ? { label: 'Close', onClick: close } : { label: 'Open', onClick: open }]}
    >
      <ol className="items" aria-label="Items">
        {data.map((item) => (
          <li key={item.lastEventId}>
            {item.type === 'price' && `${item.data.symbol} costs ${item.data.price.toFixed(2)}`}
            {item.type === 'trade' && `${item.data.shares} shares of ${item.data.symbol} sold`}
            {item.type === 'notice' && item.data}
          </li>
        ))}
      </ol>
      {refused.map((reason) => (
        <p key={reason} className="note note--bad">
          {reason}
        </p>
      ))}
    </DemoCard>
  );
}
