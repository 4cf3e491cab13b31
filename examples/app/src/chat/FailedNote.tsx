import type { StreamError } from 'react-streamed';
import { Button } from '../ui/Button.tsx';

/** Says why the last answer failed, and offers to ask again. */
export function FailedNote({ error, onRetry }: { error: StreamError; onRetry(): void }) {
  return (
    <div className="failed-note">
      <p className="turn-note is-bad">{error.message}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
