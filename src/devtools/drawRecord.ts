import { nameRequest } from './nameRequest.ts';
import type { StreamRecord } from './StreamRecord.ts';

/** What `console.timeStamp` takes in Chrome and React Native. TypeScript knows only the label. */
type Span = [label: string, start: number, end: number, track: string, group: string, color: string];

/** Draws a record as a span of a track in the Performance panel. */
export function drawRecord(record: StreamRecord): void {
  const { timeStamp } = console as unknown as { timeStamp?: (...span: Span) => void };
  const draw = (track: string, label: string, color: string) =>
    timeStamp?.(label, record.start, record.end, track, 'react-streamed', color);
  if (record.type === 'typing') {
    draw('Typewriter', `${Math.round(record.lag)} ms behind`, 'secondary');
    return;
  }
  const request = nameRequest(record);
  if (record.type === 'response') draw('Attempts', `${request}: ${record.status}`, 'primary-light');
  if (record.type === 'end') {
    const { error, items } = record;
    draw('Attempts', `${request}: ${error?.code ?? countItems(items)}`, error ? 'error' : 'primary');
  }
  if (record.type === 'wait') draw('Waits', `${request}: ${Math.round(record.delay)} ms`, 'secondary-light');
  if (record.type === 'snapshot') draw('Items', `${request}: ${countItems(record.items)}`, 'tertiary-light');
  if (record.type === 'commit') draw('Commits', `${request}: ${countItems(record.items)}`, 'tertiary');
}

function countItems(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}
