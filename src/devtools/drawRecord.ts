import { nameRequest } from './nameRequest.ts';
import type { SentRecord, StreamRecord } from './StreamRecord.ts';

/** What `console.timeStamp` takes in Chrome and React Native. TypeScript knows only the label. */
type Span = [label: string, start: number, end: number, track: string, group: string, color: string];

/** A record that takes time. */
type DrawnRecord = Exclude<StreamRecord, SentRecord>;

/** The track and the color of each type of record. */
const looks: Record<DrawnRecord['type'], readonly [track: string, color: string]> = {
  response: ['Attempts', 'primary-light'],
  end: ['Attempts', 'primary'],
  wait: ['Waits', 'secondary-light'],
  snapshot: ['Items', 'tertiary-light'],
  commit: ['Commits', 'tertiary'],
  typing: ['Typewriter', 'secondary'],
};

/** Draws a record as a span of a track in the Performance panel. */
export function drawRecord(record: StreamRecord): void {
  if (record.type === 'sent') return;
  const { timeStamp } = console as unknown as { timeStamp?: (...span: Span) => void };
  const [track, color] = looks[record.type];
  const hasFailed = record.type === 'end' && record.error !== undefined;
  timeStamp?.(labelOf(record), record.start, record.end, track, 'react-streamed', hasFailed ? 'error' : color);
}

function labelOf(record: DrawnRecord): string {
  if (record.type === 'typing') return `${Math.round(record.lag)} ms behind`;
  return `${nameRequest(record)}: ${describe(record)}`;
}

function describe(record: Exclude<DrawnRecord, { type: 'typing' }>): string {
  if (record.type === 'response') return String(record.status);
  if (record.type === 'wait') return `${Math.round(record.delay)} ms`;
  if (record.type === 'end' && record.error) return record.error.code;
  return record.items === 1 ? '1 item' : `${record.items} items`;
}
