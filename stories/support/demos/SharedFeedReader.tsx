import { useEventSource } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';

interface SharedFeedReaderProps extends Pick<EventSourceOptions, 'fetch' | 'share'> {
  readonly name: string;
  readonly url: string;
}

/** A component that knows nothing of the others. */
export function SharedFeedReader({ name, url, share, fetch }: SharedFeedReaderProps) {
  const { status, data } = useEventSource(url, { share, fetch });
  return (
    <li>
      <span className="status" data-status={status}>
        {name}
      </span>
      <code>{data ?? 'no event yet'}</code>
    </li>
  );
}
