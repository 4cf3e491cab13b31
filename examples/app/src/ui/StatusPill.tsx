import type { UseEventSourceResult, UseFetchStreamResult } from 'react-streamed';
import './StatusPill.css';

export type Status = UseEventSourceResult<unknown>['status'] | UseFetchStreamResult<unknown>['status'];

const tones: Record<Status, 'quiet' | 'busy' | 'good' | 'bad'> = {
  idle: 'quiet',
  connecting: 'busy',
  open: 'good',
  streaming: 'good',
  reconnecting: 'busy',
  closed: 'quiet',
  stopped: 'quiet',
  done: 'quiet',
  error: 'bad',
};

/** The status of a stream, as the hook words it. */
export function StatusPill({ status }: { status: Status }) {
  return (
    <span className={`status-pill is-${tones[status]}`}>
      <span className="visually-hidden">Status: </span>
      {status}
    </span>
  );
}
