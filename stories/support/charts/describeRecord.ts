import type { EndRecord, SentRecord, StreamRecord } from 'react-streamed/devtools';
import type { TimelineEntry } from './createTimeline.ts';
import { describeError } from './describeError.ts';

type Entry = Pick<TimelineEntry, 'lane' | 'label' | 'text'>;

/** Says what a record of a stream adds to the lanes of a timeline. */
export function describeRecord(record: StreamRecord): Entry[] {
  if (record.type === 'sent') return describeRequest(record);
  if (record.type === 'response') return [{ lane: 'status', label: 'open', text: 'The source is open' }];
  if (record.type === 'end') return [describeEnd(record)];
  if (record.type === 'wait' && record.outcome === 'closed') return [closed];
  if (record.type === 'snapshot') return [{ lane: 'event', label: String(record.items), text: 'Events' }];
  return [];
}

const closed: Entry = { lane: 'status', label: 'closed', text: 'The source closes the connection' };

function describeRequest({ attempt, lastEventId }: SentRecord): Entry[] {
  const after = lastEventId ? `, Last-Event-ID: ${lastEventId}` : '';
  const label = lastEventId ? `id ${lastEventId}` : 'first';
  const request: Entry = { lane: 'request', label, text: `Request ${attempt}${after}` };
  if (attempt > 1) return [request];
  return [request, { lane: 'status', label: 'connecting', text: 'The source is connecting' }];
}

function describeEnd({ outcome, error, delay }: EndRecord): Entry {
  const willReconnect = outcome === 'retry';
  if (!error) return closed;
  const text = describeError(error, { willReconnect, delay });
  return { lane: 'status', label: willReconnect ? 'reconnecting' : 'error', text };
}
