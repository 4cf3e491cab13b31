import { memo } from 'react';
import { reduce, useEventSource } from 'react-streamed';
import { connection, url } from './connection.ts';
import type { Tally } from './metrics.ts';
import type { WidgetProps } from './WidgetProps.ts';
import { WidgetCard } from './WidgetCard.tsx';

/** How often something has happened, as the sum of its events. */
export function TallyWidget({ name, isLive }: WidgetProps) {
  const { data } = useEventSource(url, {
    ...connection,
    enabled: isLive,
    types: ['tally'],
    parse: (event) => JSON.parse(event.data) as Tally,
    select: (tally) => (tally.name === name ? tally.added : undefined),
    accumulate: reduce((sum: number, added: number) => sum + added, 0),
  });
  return <TallyView name={name} sum={data} />;
}

const TallyView = memo(function TallyView({ name, sum }: { readonly name: string; readonly sum: number }) {
  return (
    <WidgetCard name={name}>
      <p className="widget-value">{sum.toLocaleString('en')}</p>
    </WidgetCard>
  );
});
