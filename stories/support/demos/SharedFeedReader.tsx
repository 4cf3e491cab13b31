import { useEventSource } from 'react-streamed';
import type { EventSourceDemoProps } from './EventSourceDemo.tsx';

export type SharedFeedProps = Pick<
  EventSourceDemoProps,
  'url' | 'fetch' | 'share' | 'streamKey' | 'enabled' | 'reconnect'
>;

/** A component that knows nothing of the others. */
export function SharedFeedReader(props: SharedFeedProps & { readonly name: string }) {
  const { name, url, fetch, share, streamKey, enabled, reconnect } = props;
  const { status, data } = useEventSource(url, { fetch, share, key: streamKey, enabled, reconnect });
  return (
    <li>
      <span className="status" data-status={status}>
        {name}
      </span>
      <code>{data ?? 'no events yet'}</code>
    </li>
  );
}
