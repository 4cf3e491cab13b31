import { useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { useRenderCount } from './useRenderCount.ts';

interface ThrottledReaderProps extends Pick<EventSourceOptions, 'fetch' | 'until' | 'throttle' | 'onClose'> {
  readonly url: string;
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
