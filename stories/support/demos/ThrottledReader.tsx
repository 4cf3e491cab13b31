import { useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';
import { useRenderCount } from './useRenderCount.ts';

interface ThrottledReaderProps extends Pick<EventSourceDemoProps, 'url' | 'fetch' | 'until' | 'enabled' | 'onClose'> {
  readonly throttle: NonNullable<EventSourceOptions['throttle']>;
}

/** A number that changes with each event, and how often it was rendered. */
export function ThrottledReader({ url, throttle, ...options }: ThrottledReaderProps) {
  const { count } = useEventSource(url, { ...options, throttle });
  const countRef = useRenderCount();
  return (
    <li>
      <code>throttle: {typeof throttle === 'string' ? `'${throttle}'` : throttle}</code>
      <span>
        {count} events, <b ref={countRef} /> renders
      </span>
    </li>
  );
}
