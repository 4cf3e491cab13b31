import { concat, useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';
import { ResponsivenessFacts } from './ResponsivenessFacts.tsx';
import { useRenderCount } from './useRenderCount.ts';
import { useResponsiveness } from './useResponsiveness.ts';

interface ThrottledReaderProps extends Pick<EventSourceDemoProps, 'url' | 'fetch' | 'until' | 'enabled' | 'onClose'> {
  readonly throttle: NonNullable<EventSourceOptions['throttle']>;
  /** Whether the reader is the one that reads now. */
  readonly isTurn: boolean;
}

/** A text that grows with each event, how often it was rendered, and how well the page answers meanwhile. */
export function ThrottledReader({ url, throttle, isTurn, enabled = true, ...options }: ThrottledReaderProps) {
  const { data, count, status } = useEventSource(url, {
    ...options,
    throttle,
    enabled: enabled && isTurn,
    accumulate: concat(),
  });
  const responsiveness = useResponsiveness(status === 'open');
  const countRef = useRenderCount();
  return (
    <li data-turn={isTurn}>
      <code>throttle: {typeof throttle === 'string' ? `'${throttle}'` : throttle}</code>
      <span>
        {count} events, <b ref={countRef} /> renders
      </span>
      {responsiveness && <ResponsivenessFacts responsiveness={responsiveness} />}
      <pre className="reader__text" hidden={!isTurn}>
        {data}
      </pre>
    </li>
  );
}
