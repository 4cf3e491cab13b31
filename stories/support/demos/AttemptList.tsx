import type { Attempt, StreamError } from 'react-streamed/core';

interface AttemptListProps {
  readonly attempts: readonly Attempt[];
  /** Facts about the latest attempt. */
  readonly status: string;
}

/** The attempts of a stream and how each of them ended: an attempt knows why the one before it failed. */
export function AttemptList({ attempts, status }: AttemptListProps) {
  return (
    <ol className="attempts" aria-label="Attempts">
      {attempts.map(({ number }, index) => (
        <li key={number}>
          Attempt {number}: {writeFailure(attempts[index + 1]?.error) ?? status}
        </li>
      ))}
    </ol>
  );
}

function writeFailure(error: StreamError | undefined): string | undefined {
  if (!error) return undefined;
  if (error.status === undefined)
    return error.code === 'network' ? 'the connection failed' : `failed with the code ${error.code}`;
  return `HTTP ${error.status} ${error.body?.trim() ?? ''}`;
}
