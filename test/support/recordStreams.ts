import { traceStreams, type StreamRecord } from 'react-streamed/devtools';
import type { ManualClock } from 'react-streamed/testing';
import { onTestFinished, vi } from 'vitest';

/** The arguments of `console.timeStamp`. */
type Span = [label: string, start: number, end: number, track: string, group: string, color: string];

/** Traces all streams of a test, whose times are those of the clock. */
export function recordStreams(clock: ManualClock) {
  const records: StreamRecord[] = [];
  const spans: Span[] = [];
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now());
  // Vitest's console has no such function.
  Object.assign(console, { timeStamp: (...span: Span) => spans.push(span) });
  const stop = traceStreams({ onRecord: (record) => records.push(record) });
  onTestFinished(() => {
    stop();
    Reflect.deleteProperty(console, 'timeStamp');
    vi.restoreAllMocks();
  });
  return { records, spans, stop };
}
