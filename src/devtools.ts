export type {
  CommitRecord,
  EndRecord,
  ResponseRecord,
  SentRecord,
  SnapshotRecord,
  StreamRecord,
  TypingRecord,
  WaitRecord,
} from './devtools/StreamRecord.ts';
export { traceStreams, type TraceOptions } from './devtools/traceStreams.ts';
