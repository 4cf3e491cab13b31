import type { StreamError } from 'react-streamed/core';
import type { StreamRecord } from 'react-streamed/devtools';
import type { FaultName } from './Fault.ts';
import type { FailureOutcome } from './explainOutcome.ts';

/** A failure, and what the hook makes of it. */
export interface ReportedFailure {
  readonly fault: FaultName;
  readonly error: StreamError;
  readonly outcome: FailureOutcome;
  /** When it happened, a `performance.now()` time. */
  readonly at: number;
  /** The planned delay of the retry, in milliseconds. */
  readonly delay: number | undefined;
  /** After how many milliseconds a response was accepted again. */
  readonly recoveredAfter: number | undefined;
}

/** What is known of the latest fault. */
export interface FaultReport {
  /** The fault that a visitor has pressed. */
  readonly pressed: FaultName | undefined;
  readonly failure: ReportedFailure | undefined;
}

/** Follows what becomes of a fault. */
export interface FaultReporter {
  getSnapshot(): FaultReport;
  subscribe(listener: () => void): () => void;
  press(fault: FaultName): void;
  /** Reads a record of the stream. */
  read(record: StreamRecord): void;
  /** Notes an event that was left out. */
  leaveOut(error: StreamError): void;
  /** Notes a failure that nothing follows. */
  fail(error: StreamError): void;
}

/** Creates a reporter that has nothing to say yet. */
export function createFaultReport(): FaultReporter {
  const listeners = new Set<() => void>();
  let report: FaultReport = { pressed: undefined, failure: undefined };

  const set = (next: FaultReport) => {
    report = next;
    for (const listener of listeners) listener();
  };
  const note = (error: StreamError, outcome: FailureOutcome, delay: number | undefined) => {
    const fault = nameFault(error);
    const pressed = report.pressed === fault ? fault : undefined;
    const at = performance.now();
    set({ pressed, failure: { fault, error, outcome, at, delay, recoveredAfter: undefined } });
  };

  return {
    getSnapshot: () => report,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    press: (pressed) => set({ pressed, failure: undefined }),
    read: (record) => {
      const { failure } = report;
      if (record.type === 'end' && record.outcome === 'retry' && record.error)
        note(record.error, 'retry', record.delay);
      if (record.type !== 'response' || failure?.outcome !== 'retry' || failure.recoveredAfter !== undefined) return;
      set({ ...report, failure: { ...failure, recoveredAfter: record.end - failure.at } });
    },
    leaveOut: (error) => note(error, 'continued', undefined),
    fail: (error) => note(error, 'failed', undefined),
  };
}

function nameFault({ code, status }: StreamError): FaultName {
  if (code !== 'http') return code;
  return status === 401 ? 'http 401' : 'http 503';
}
