import { useState } from 'react';
import { useEventSource } from 'react-streamed';
import type { CloseReason, EventSourceOptions, EventSourceStatus, StreamUrl } from 'react-streamed/core';
import { CloseNote } from './CloseNote.tsx';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { ReconnectionNote } from './ReconnectionNote.tsx';
import { sourceActions } from './sourceActions.ts';
import { StreamedData } from './StreamedData.tsx';

export interface EventSourceDemoProps extends Omit<EventSourceOptions, 'key'> {
  /** The url, or `null` to turn the source off. */
  url: StreamUrl;
  /** Identifies the stream if the URL, method and body cannot. */
  streamKey?: EventSourceOptions['key'];
}

const emptyTexts: Partial<Record<EventSourceStatus, string>> = {
  idle: 'Nothing requested yet',
  connecting: 'Waiting for the server',
  open: 'No events yet',
};

/** `useEventSource(url, options)`: server-sent events over fetch, with automatic reconnection. */
export function EventSourceDemo({ url, streamKey, onClose, ...options }: EventSourceDemoProps) {
  const [closeReason, setCloseReason] = useState<CloseReason>();
  const source = useEventSource(url, {
    ...options,
    key: streamKey,
    onClose: (reason) => {
      setCloseReason(reason);
      onClose?.(reason);
    },
  });
  const { status, data, count, lastEventId, error, reconnection, response } = source;
  const hasNoContent = status === 'closed' && closeReason === 'no-content';
  return (
    <DemoCard
      label="Live feed"
      status={status}
      facts={{
        Events: count,
        'Last ID': lastEventId || 'none',
        HTTP: hasNoContent ? 204 : (error?.status ?? response?.status ?? 'none'),
      }}
      actions={[...sourceActions(source), { label: 'Clear', onClick: source.clear, disabled: count === 0 }]}
    >
      {reconnection && <ReconnectionNote reconnection={reconnection} />}
      {status === 'closed' && closeReason && <CloseNote reason={closeReason} />}
      {error && <ErrorNote error={error} />}
      <StreamedData data={data} order="newest first" empty={emptyTexts[status]} />
    </DemoCard>
  );
}
