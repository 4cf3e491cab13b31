import type { StreamError } from 'react-streamed/core';
import type { StreamRecord } from 'react-streamed/devtools';
import type { FaultName } from './Fault.ts';
import type { FailureOutcome } from './explainOutcome.ts';

/** What becomes of a retry: it waits, it has been sent, or it was answered. */
type RetryProgress = 'waiting' | 'sent' | 'answered';

/** A failure, and what the hook makes of it. */
export interface ReportedFailure {
  readonly fault: FaultName;
  readonly error: StreamError;
  readonly outcome: FailureOutcome;
  /** When it happened, a `performance.now()` time. */
  readonly at: number;
  /** The planned delay of the retry, in milliseconds. */
  readonly delay: number | undefined;
  readonly progress: RetryProgress;
  /** When its latest progress was made, a `performance.now()` time. */
  readonly progressAt: number;
}

/** Why something fails: a visitor has pressed a fault, or the drop rate has struck. */
export type FailureCause = FaultName | 'drop';

/** What is known of the latest fault. */
export interface FaultReport {
  /** Unknown if it follows from the options, such as a timeout on a slow network. */
  readonly cause: FailureCause | undefined;
  readonly failure: ReportedFailure | undefined;
}

/** Follows what becomes of a fault. */
export interface FaultReporter {
  getSnapshot(): FaultReport;
  subscribe(listener: () => void): () => void;
  /** Notes the cause of what will fail. */
  expect(cause: FailureCause): void;
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
  let report: FaultReport = { cause: undefined, failure: undefined };

  const set = (next: FaultReport) => {
    report = next;
    for (const listener of listeners) listener();
  };
  const note = (error: StreamError, outcome: FailureOutcome, delay: number | undefined) => {
    const fault = nameFault(error);
    const isExpected = report.cause === fault || (report.cause === 'drop' && fault === 'network');
    const at = performance.now();
    const failure = { fault, error, outcome, at, delay, progress: 'waiting', progressAt: at } as const;
    set({ cause: isExpected ? report.cause : undefined, failure });
  };
  const advance = (progress: RetryProgress, progressAt: number) => {
    const { cause, failure } = report;
    if (failure?.outcome !== 'retry' || failure.progress === 'answered') return;
    set({ cause, failure: { ...failure, progress, progressAt } });
  };

  return {
    getSnapshot: () => report,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    expect: (cause) => set({ cause, failure: undefined }),
    read: (record) => {
      if (record.type === 'sent') advance('sent', record.end);
      if (record.type === 'response') advance('answered', record.end);
      if (record.type === 'end' && record.outcome === 'retry' && record.error)
        note(record.error, 'retry', record.delay);
    },
    leaveOut: (error) => note(error, 'continued', undefined),
    fail: (error) => note(error, 'failed', undefined),
  };
}

function nameFault({ code, status }: StreamError): FaultName {
  if (code !== 'http') return code;
  return status === 401 ? 'http 401' : 'http 503';
}
