import { useFetchStream } from 'react-streamed';
import type { FetchStreamOptions, StreamUrl } from 'react-streamed/core';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { StreamedData } from './StreamedData.tsx';

export interface FetchStreamDemoProps extends FetchStreamOptions {
  /** The url, or `null` to turn the stream off. */
  url: StreamUrl;
}

/** `useFetchStream(url, options)`: one response, shown while it arrives. */
export function FetchStreamDemo({ url, ...options }: FetchStreamDemoProps) {
  const stream = useFetchStream(url, options);
  const { status, data, count, error, isStreaming, progress } = stream;
  const percent = progress.ratio === undefined ? undefined : Math.round(progress.ratio * 100);
  return (
    <DemoCard
      label="Answer"
      status={status}
      facts={{ Items: count, Received: formatBytes(progress.loaded) }}
      actions={[
        isStreaming
          ? { label: 'Stop', onClick: stream.stop }
          : { label: 'Start', onClick: () => void stream.start(), primary: true },
        { label: 'Reset', onClick: stream.reset, disabled: status === 'idle' },
      ]}
    >
      {percent !== undefined && (
        <label className="progress">
          {percent} % of {formatBytes(progress.total ?? 0)}
          <progress value={progress.loaded} max={progress.total} />
        </label>
      )}
      {error && <ErrorNote error={error} />}
      <StreamedData
        data={data}
        empty={isStreaming ? 'Waiting for the first byte' : status === 'idle' ? 'Nothing here yet' : undefined}
      />
    </DemoCard>
  );
}

function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')} B`;
}
