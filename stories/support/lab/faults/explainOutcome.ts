import type { FaultName } from './Fault.ts';

/** The hook that meets a fault. */
export type LabHook = 'useEventSource' | 'useFetchStream';

/** What follows a failure: another attempt, nothing, or the rest of the stream as if nothing had happened. */
export type FailureOutcome = 'retry' | 'failed' | 'continued';

interface Explanation {
  /** What the hook usually does. */
  readonly outcome: FailureOutcome;
  readonly why: string;
}

const resumes = 'The source sends its last event ID, so that the server continues after the last event that arrived.';
const sameAnswer = 'It does not send the request again, because it would get the same answer.';
const nothingArrived = 'Nothing had arrived yet, so the option `retry` may send the request again.';
const keepsText =
  'A fetch stream is not sent again after its first byte, because its beginning would arrive twice. The text is kept.';

const sourceExplanations: Readonly<Record<FaultName, Explanation>> = {
  network: { outcome: 'retry', why: resumes },
  stalled: { outcome: 'retry', why: `After \`idleTimeout\`, a silent connection counts as lost. ${resumes}` },
  timeout: { outcome: 'retry', why: 'No headers came within `connectTimeout`, so the source tries again.' },
  'http 503': { outcome: 'retry', why: 'A 503 often passes, so the source tries again.' },
  'http 401': { outcome: 'failed', why: sameAnswer },
  'content-type': { outcome: 'failed', why: sameAnswer },
  incomplete: { outcome: 'retry', why: `The option \`requireUntil\` expects an end mark. ${resumes}` },
  'event-too-large': { outcome: 'failed', why: 'The server would send the same event again, so nothing is retried.' },
  parse: { outcome: 'continued', why: 'The source leaves out the event, calls `onParseError` and continues.' },
  upstream: {
    outcome: 'failed',
    why: 'The option `fail` found an error that the server reports, so nothing is retried.',
  },
  request: { outcome: 'retry', why: 'A function can fail for a moment, so the source calls it again.' },
};

const streamExplanations: Readonly<Record<FaultName, Explanation>> = {
  ...sourceExplanations,
  network: { outcome: 'failed', why: keepsText },
  stalled: { outcome: 'failed', why: `After \`idleTimeout\`, a silent connection counts as lost. ${keepsText}` },
  timeout: { outcome: 'retry', why: `No headers came within \`connectTimeout\`. ${nothingArrived}` },
  'http 503': { outcome: 'retry', why: `A 503 often passes. ${nothingArrived}` },
  incomplete: { outcome: 'failed', why: `The option \`requireUntil\` expects an end mark. ${keepsText}` },
  parse: { outcome: 'failed', why: 'An answer is one document, so the stream fails. The text is kept.' },
  request: { outcome: 'retry', why: `A function can fail for a moment. ${nothingArrived}` },
};

/** Says why a hook does what it does after a failure. */
export function explainOutcome(hook: LabHook, fault: FaultName, outcome: FailureOutcome): string {
  const usual = (hook === 'useEventSource' ? sourceExplanations : streamExplanations)[fault];
  if (outcome === usual.outcome) return usual.why;
  if (outcome === 'retry') return nothingArrived;
  return 'The policy of the Controls allows no further attempt.';
}
