import type { UseEventSourceResult } from 'react-streamed';
import { Countdown } from './Countdown.tsx';

type FeedLineProps = Pick<UseEventSourceResult<unknown>, 'status' | 'error' | 'reconnection'>;

/** What goes on with the connection, in one line. */
export function FeedLine({ status, error, reconnection }: FeedLineProps) {
  if (status === 'error') return <p className="panel-line is-bad">{error?.message}</p>;
  if (status === 'reconnecting' && reconnection) {
    return (
      <p className="panel-line">
        <Countdown key={reconnection.at} delay={reconnection.delay} at={reconnection.at} />
      </p>
    );
  }
  if (status === 'open') return <p className="panel-line">Connected until the next cut</p>;
  if (status === 'closed') return <p className="panel-line">Closed. No more attempts.</p>;
  return <p className="panel-line">Connecting…</p>;
}
