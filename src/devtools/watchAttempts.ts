import type { RequestListener } from '../core/request/RequestPlan.ts';
import type { AttemptOptions } from '../core/request/sendAttempt.ts';
import type { StreamError } from '../core/StreamError.ts';
import { describeStream } from './describeStream.ts';
import type { Emit, EndRecord, WaitRecord } from './StreamRecord.ts';

/** Creates the function that watches attempts. It records when they are sent, answered and over, and the waits between. */
export function watchAttempts(emit: Emit): (attempt: AttemptOptions) => AttemptOptions {
  /** What ends the attempt or the wait that a request is in, by the signal that stops the request. */
  const phases = new WeakMap<AbortSignal, (outcome: WaitRecord['outcome']) => void>();

  return (attempt) => {
    const { plan, number, listener, stopSignal } = attempt;
    const stream = { ...describeStream(plan().source()), attempt: number };
    const sentAt = performance.now();
    let start = sentAt;
    let status: number | undefined;
    let items = 0;
    let firstItemAt: number | undefined;
    const endWait = phases.get(stopSignal);
    if (endWait) endWait('retry');
    else stopSignal.addEventListener('abort', () => phases.get(stopSignal)?.('closed'));
    emit({ ...stream, type: 'sent', start, end: start, lastEventId: plan().lastEventId() });

    const end = (outcome: EndRecord['outcome'], error?: StreamError, delay?: number) => {
      phases.delete(stopSignal);
      const now = performance.now();
      emit({ ...stream, type: 'end', start, end: now, outcome, status, error, delay, sentAt, firstItemAt, items });
    };
    const startWait = (delay: number) => {
      const waitStart = performance.now();
      phases.set(stopSignal, (outcome) => {
        phases.delete(stopSignal);
        emit({ ...stream, type: 'wait', start: waitStart, end: performance.now(), outcome, delay });
      });
    };
    phases.set(stopSignal, end);
    const watched: RequestListener = {
      ...listener,
      onResponse: (response, details) => {
        const now = performance.now();
        stream.url = details.url ?? stream.url;
        status = response.status;
        emit({ ...stream, type: 'response', start, end: now, status });
        start = now;
        listener.onResponse(response, details);
      },
      onItem: (raw, event) => {
        items += 1;
        firstItemAt ??= performance.now();
        listener.onItem(raw, event);
      },
      onRetry: (reconnection) => {
        const { error, delay } = reconnection;
        end('retry', error, delay);
        startWait(delay);
        listener.onRetry(reconnection);
      },
      onEnd: (reason, error) => {
        end(error ? 'failed' : 'complete', error);
        listener.onEnd(reason, error);
      },
    };
    return { ...attempt, listener: watched };
  };
}
