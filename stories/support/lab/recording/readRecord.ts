import type { StreamRecord } from 'react-streamed/devtools';
import type { ConnectionState, Recording } from './createRecording.ts';

/** Adds what a record of `traceStreams` says to a recording. */
export function readRecord(recording: Recording, record: StreamRecord): void {
  const state = stateAfter(record);
  if (state) recording.setState(state);
  if (record.type === 'commit') recording.addCommit(record);
  if (record.type === 'snapshot') recording.addSnapshot(record);
}

function stateAfter(record: StreamRecord): ConnectionState | undefined {
  if (record.type === 'sent') return 'connecting';
  if (record.type === 'response') return 'open';
  if (record.type === 'wait' && record.outcome === 'closed') return 'closed';
  if (record.type === 'end') return ends[record.outcome];
  return undefined;
}

const ends = { complete: 'done', failed: 'error', retry: 'waiting', closed: 'closed' } as const;
