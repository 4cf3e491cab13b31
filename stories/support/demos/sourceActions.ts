import type { UseEventSourceResult } from 'react-streamed';
import type { Action } from './ActionButton.tsx';

/** The buttons of an event source: one that opens and closes it, and one that ends the wait for the next attempt. */
export function sourceActions({ status, open, close, reconnect }: UseEventSourceResult<unknown>): readonly Action[] {
  const isOff = status === 'idle' || status === 'closed' || status === 'error';
  return [
    isOff ? { label: 'Open', onClick: open, primary: true } : { label: 'Close', onClick: close },
    { label: 'Reconnect now', onClick: reconnect, disabled: status !== 'reconnecting' },
  ];
}
