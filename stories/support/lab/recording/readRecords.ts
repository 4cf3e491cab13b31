import type { StreamRecord } from 'react-streamed/devtools';
import type { ConnectionState, Recording } from './createRecording.ts';

const statesAfterEnd = { complete: 'done', failed: 'error', retry: 'waiting', closed: 'closed' } as const;

/** Creates a reader that adds what the records of `traceStreams` say to a recording. */
export function readRecords(recording: Recording): (record: StreamRecord) => void {
  let latestSentAt = 0;

  const stateAfter = (record: StreamRecord): ConnectionState | undefined => {
    if (record.type === 'sent') return 'connecting';
    if (record.type === 'response') return 'open';
    // A new answer is requested before the one in its place is closed.
    if (record.type === 'wait' && record.outcome === 'closed')
      return record.start < latestSentAt ? undefined : 'closed';
    if (record.type === 'end') return record.sentAt < latestSentAt ? undefined : statesAfterEnd[record.outcome];
    return undefined;
  };

  return (record) => {
    if (record.type === 'sent') latestSentAt = record.start;
    const state = stateAfter(record);
    if (state) recording.setState(state);
    if (record.type === 'commit') recording.addCommit(record);
    if (record.type === 'snapshot') recording.addSnapshot(record);
  };
}
