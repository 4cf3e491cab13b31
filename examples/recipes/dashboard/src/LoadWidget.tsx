import { memo } from 'react';
import { list, useEventSource } from 'react-streamed';
import { connection, url } from './connection.ts';
import type { Load } from './metrics.ts';
import type { WidgetProps } from './WidgetProps.ts';
import { WidgetCard } from './WidgetCard.tsx';

/** How many values the curve has. */
const length = 40;

/** The load of one machine, as a curve of its latest values. */
export function LoadWidget({ name, isLive }: WidgetProps) {
  const { data } = useEventSource(url, {
    ...connection,
    enabled: isLive,
    types: ['load'],
    parse: (event) => JSON.parse(event.data) as Load,
    select: (load) => (load.name === name ? load.percent : undefined),
    accumulate: list({ limit: length }),
  });
  return <LoadView name={name} values={data} />;
}

/** The hook renders with every event of the connection. Its data keeps its identity, so this renders with its own only. */
const LoadView = memo(function LoadView({
  name,
  values,
}: {
  readonly name: string;
  readonly values: readonly number[];
}) {
  const points = values.map((value, index) => `${index},${100 - value}`).join(' ');
  return (
    <WidgetCard name={name}>
      <p className="widget-value">{values.at(-1) ?? '–'} %</p>
      <svg viewBox={`0 0 ${length - 1} 100`} preserveAspectRatio="none" aria-hidden="true">
        <polyline points={points} />
      </svg>
    </WidgetCard>
  );
});
