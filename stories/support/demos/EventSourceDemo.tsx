import { list, useEventSource } from 'react-streamed';
import type { EventSourceOptions, StreamUrl } from 'react-streamed/core';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { StreamedData } from './StreamedData.tsx';
import { useCountdown } from './useCountdown.ts';

export interface EventSourceDemoProps extends EventSourceOptions {
  /** The url, or `null` to turn the source off. */
  url: StreamUrl;
}

/** `useEventSource(url, options)`: server-sent events over fetch, which reconnects by itself. */
export function EventSourceDemo({ url, ...options }: EventSourceDemoProps) {
  const source = useEventSource(url, { accumulate: list({ limit: 50 }), ...options });
  const { status, data, count, lastEventId, error, reconnection } = source;
  const seconds = useCountdown(reconnection?.at, reconnection?.delay);
  const isOff = status === 'idle' || status === 'closed' || status === 'error';
  return (
    <DemoCard
      label="Live feed"
      status={status}
      facts={{ Events: count, 'Last ID': lastEventId || 'none' }}
      actions={[
        isOff ? { label: 'Open', onClick: source.open, primary: true } : { label: 'Close', onClick: source.close },
        { label: 'Reconnect now', onClick: source.reconnect, disabled: status !== 'reconnecting', primary: true },
        { label: 'Clear', onClick: source.clear, disabled: count === 0 },
      ]}
    >
      {reconnection && (
        <p className="note">
          {seconds ? `Attempt ${reconnection.attempt} in ${seconds} s` : `Attempt ${reconnection.attempt} is under way`}
        </p>
      )}
      {error && <ErrorNote error={error} />}
      <StreamedData data={data} empty={error ? undefined : 'No event yet'} />
    </DemoCard>
  );
}
