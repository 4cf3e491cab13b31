import { reduce, useEventSource, type ServerSentEvent } from 'react-streamed';
import { connection, url } from './connection.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

interface ConnectionBarProps {
  readonly isLive: boolean;
  readonly onLiveChange: (isLive: boolean) => void;
}

const words = {
  idle: 'Not connected',
  connecting: 'Connecting',
  open: 'Live',
  reconnecting: 'Connection lost',
  closed: 'Paused',
  error: 'Failed',
};

const nothing = { lastId: 0, events: 0, gaps: 0 };

/** Follows the IDs of the events, which have no gaps. */
const followIds = (before: typeof nothing, id: number) => ({
  lastId: id,
  events: before.events + 1,
  gaps: before.gaps + (before.lastId > 0 && id !== before.lastId + 1 ? 1 : 0),
});

/** The state of the connection. It is one more member of it. */
export function ConnectionBar({ isLive, onLiveChange }: ConnectionBarProps) {
  const { status, data, error, reconnection, reconnect } = useEventSource(url, {
    ...connection,
    enabled: isLive,
    types: ['load', 'tally', 'health', 'note'],
    parse: (event: ServerSentEvent) => Number(event.lastEventId),
    accumulate: reduce(followIds, nothing),
  });
  return (
    <section className="dashboard-bar" aria-label="Connection" data-status={status}>
      <p>
        <span className="dashboard-status" role="status">
          {words[status]}
        </span>{' '}
        {reconnection && <Attempt number={reconnection.attempt} at={reconnection.at} />}
      </p>
      <div className="dashboard-actions">
        <button type="button" onClick={() => onLiveChange(!isLive)}>
          {isLive ? 'Pause' : 'Resume'}
        </button>
        <button type="button" aria-disabled={!isLive} onClick={isLive ? reconnect : undefined}>
          Reconnect now
        </button>
        <button type="button" onClick={() => void fetch('/api/outage', { method: 'POST' })}>
          Take the server down for 5 s
        </button>
      </div>
      <p className="dashboard-facts">
        {data.events.toLocaleString('en')} events, {data.gaps === 0 ? 'none' : data.gaps} missing.{' '}
        <RequestCount isLive={isLive} />
      </p>
      {status === 'error' && (
        <p role="alert" className="is-bad">
          {error?.message}
        </p>
      )}
    </section>
  );
}

function Attempt({ number, at }: { readonly number: number; readonly at: number }) {
  const seconds = useSecondsLeft(at);
  return (
    <>
      Attempt {number} {seconds > 0 ? `in ${seconds} s` : 'now'}
    </>
  );
}

/** How many requests the server has counted. */
function RequestCount({ isLive }: { readonly isLive: boolean }) {
  const { data = 0 } = useEventSource(url, {
    ...connection,
    enabled: isLive,
    types: ['server'],
    parse: (event) => (JSON.parse(event.data) as { answered: number }).answered,
  });
  return <>Requests at the server: {data}</>;
}
