import { useFetchStream } from 'react-streamed';
import type { FetchStreamOptions, FetchStreamStatus, StreamUrl } from 'react-streamed/core';
import { DemoCard } from './DemoCard.tsx';
import { DownloadProgress } from './DownloadProgress.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { formatBytes } from './formatBytes.ts';
import { streamActions } from './streamActions.ts';
import { StreamedData } from './StreamedData.tsx';

export interface FetchStreamDemoProps extends Omit<FetchStreamOptions, 'key'> {
  /** The url, or `null` to turn the stream off. */
  url: StreamUrl;
  /** Identifies the stream if the URL, method and body cannot. */
  streamKey?: FetchStreamOptions['key'];
}

const emptyTexts: Partial<Record<FetchStreamStatus, string>> = {
  idle: 'Nothing requested yet',
  connecting: 'Waiting for the first byte',
  streaming: 'Waiting for the first byte',
};

/** `useFetchStream(url, options)`: one response, shown while it arrives. */
export function FetchStreamDemo({ url, streamKey, ...options }: FetchStreamDemoProps) {
  const stream = useFetchStream(url, { ...options, key: streamKey });
  const { status, data, count, error, progress, response } = stream;
  return (
    <DemoCard
      label="Answer"
      status={status}
      facts={{
        Items: count,
        Received: formatBytes(progress.loaded),
        HTTP: error?.status ?? response?.status ?? 'none',
      }}
      actions={[...streamActions(stream), { label: 'Reset', onClick: stream.reset, disabled: status === 'idle' }]}
    >
      <DownloadProgress progress={progress} />
      {error && <ErrorNote error={error} />}
      <StreamedData data={data} empty={emptyTexts[status]} />
    </DemoCard>
  );
}
