import { memo } from 'react';
import { useEventSource } from 'react-streamed';
import { connection, url } from './connection.ts';
import type { Health } from './metrics.ts';
import type { WidgetProps } from './WidgetProps.ts';
import { WidgetCard } from './WidgetCard.tsx';

/** How one service is. It is a string, so an event that says the same again renders nothing. */
export function HealthWidget({ name, isLive }: WidgetProps) {
  const { data } = useEventSource(url, {
    ...connection,
    enabled: isLive,
    types: ['health'],
    parse: (event) => JSON.parse(event.data) as Health,
    select: (health) => (health.name === name ? health.state : undefined),
  });
  return <HealthView name={name} state={data} />;
}

interface HealthViewProps {
  readonly name: string;
  readonly state: Health['state'] | undefined;
}

const HealthView = memo(function HealthView({ name, state = 'up' }: HealthViewProps) {
  return (
    <WidgetCard name={name}>
      <p className={`widget-value is-${state}`}>{state}</p>
    </WidgetCard>
  );
});
