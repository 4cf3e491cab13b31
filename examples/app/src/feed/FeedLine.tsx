import type { UseEventSourceResult } from 'react-streamed';
import { NextAttempt } from './NextAttempt.tsx';

type FeedLineProps = Pick<UseEventSourceResult<unknown>, 'status' | 'error' | 'reconnection'>;

/** What the connection does now, in one line. */
export function FeedLine({ status, error, reconnection }: FeedLineProps) {
  if (status === 'error') return <p className="panel-line is-bad">{error?.message}</p>;
  if (status === 'reconnecting' && reconnection) {
    const { attempt, at } = reconnection;
    return (
      <p className="panel-line">
        <NextAttempt key={at} attempt={attempt} at={at} />
      </p>
    );
  }
  if (status === 'open') return <p className="panel-line">Connected until the next cut</p>;
  if (status === 'closed') return <p className="panel-line">Closed. No more attempts.</p>;
  return <p className="panel-line">Connecting…</p>;
}
