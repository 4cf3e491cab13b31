import { useFetchStream } from 'react-streamed';
import { resumable, type ResumableOptions } from 'react-streamed/resume';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { ReconnectionNote } from './ReconnectionNote.tsx';
import { streamActions } from './streamActions.ts';
import { StreamedData } from './StreamedData.tsx';

interface ResumedAnswerProps extends Pick<ResumableOptions, 'from' | 'retry' | 'storage'> {
  readonly streamKey: string;
  readonly fetch: typeof globalThis.fetch;
}

/** `resume: resumable({ … })`: the page in which an answer is shown. */
export function ResumedAnswer({ streamKey, fetch, from, ...options }: ResumedAnswerProps) {
  const stream = useFetchStream('/answers', {
    method: 'POST',
    key: streamKey,
    fetch,
    resume: resumable({
      id: (response) => response.headers.get('x-answer-id'),
      request: ({ id, loaded }) => (from === 'start' ? `/answers/${id}` : `/answers/${id}?offset=${loaded}`),
      cancel: ({ id }) => `/answers/${id}`,
      from,
      ...options,
    }),
  });
  const { status, data, error, reconnection } = stream;
  return (
    <DemoCard label="Answer" status={status} facts={{ Characters: data.length }} actions={streamActions(stream)}>
      {error && <ErrorNote error={error} />}
      <StreamedData data={data} empty="Waiting for the first word" />
      {reconnection && <ReconnectionNote reconnection={reconnection} />}
    </DemoCard>
  );
}
