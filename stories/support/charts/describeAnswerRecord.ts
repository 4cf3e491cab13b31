import type { EndRecord, SentRecord, StreamRecord } from 'react-streamed/devtools';
import type { TimelineEntry } from './createTimeline.ts';

type Entry = Pick<TimelineEntry, 'lane' | 'label' | 'text'>;

/** Says what a record of a resumed answer adds to the lanes of a timeline. */
export function describeAnswerRecord(record: StreamRecord): Entry[] {
  if (record.type === 'sent') return describeRequest(record);
  if (record.type === 'response') return [{ lane: 'status', label: 'open', text: 'The response begins' }];
  if (record.type === 'end') return [describeEnd(record)];
  if (record.type === 'snapshot') return [{ lane: 'event', label: String(record.items), text: 'Text' }];
  return [];
}

function describeRequest({ method, url }: SentRecord): Entry[] {
  const offset = /offset=(\d+)/.exec(url)?.[1];
  return [
    { lane: 'request', label: offset === undefined ? method : `from ${offset}`, text: `${method} ${url}` },
    { lane: 'status', label: 'connecting', text: '' },
  ];
}

function describeEnd({ outcome, error, delay = 0 }: EndRecord): Entry {
  if (outcome === 'complete') return { lane: 'status', label: 'complete', text: 'The answer is complete' };
  if (outcome === 'closed') return { lane: 'status', label: 'closed', text: 'The client closes the connection' };
  if (outcome === 'failed') return { lane: 'status', label: 'error', text: `${error?.code}: the answer has failed` };
  const seconds = (delay / 1000).toFixed(1);
  return { lane: 'status', label: 'waiting', text: `${error?.code}: the rest is requested in ${seconds} s` };
}
