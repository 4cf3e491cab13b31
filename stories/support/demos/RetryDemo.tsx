import { useFetchStream } from 'react-streamed';
import { AttemptList } from './AttemptList.tsx';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import type { FetchStreamDemoProps } from './FetchStreamDemo.tsx';
import { streamActions } from './streamActions.ts';
import { StreamedData } from './StreamedData.tsx';
import { useAttempts } from './useAttempts.ts';

/** `retry` sends a request again that failed before its first byte. The option `headers` learns of each attempt. */
export function RetryDemo({ url, streamKey, ...options }: Omit<FetchStreamDemoProps, 'headers'>) {
  const { attempts, headersOf } = useAttempts();
  const stream = useFetchStream(url, { ...options, key: streamKey, headers: headersOf });
  const { status, data, error, response } = stream;
  return (
    <DemoCard
      label="Answer"
      status={status}
      facts={{ Attempts: attempts.length, HTTP: error?.status ?? response?.status ?? 'none' }}
      actions={streamActions(stream)}
    >
      <AttemptList attempts={attempts} status={status} />
      {error && <ErrorNote error={error} />}
      <StreamedData data={data} />
    </DemoCard>
  );
}
