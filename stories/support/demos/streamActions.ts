import type { UseFetchStreamResult } from 'react-streamed';
import type { Action } from './ActionButton.tsx';

/** The button of a fetch stream: it starts and stops the answer. */
export function streamActions({
  isStreaming,
  start,
  stop,
}: Pick<UseFetchStreamResult<unknown>, 'isStreaming' | 'start' | 'stop'>): readonly Action[] {
  if (isStreaming) return [{ label: 'Stop', onClick: stop }];
  return [{ label: 'Start', onClick: () => void start(), primary: true }];
}
