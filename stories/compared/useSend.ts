import { useContext, useEffect, useEffectEvent } from 'react';
import { RecorderContext } from './RecorderContext.ts';

/** Stands for a Send button: the pane calls `send` once when it is the client's turn. */
export function useSend(send: () => void): void {
  const recorder = useContext(RecorderContext);
  const sendLatest = useEffectEvent(send);
  useEffect(() => recorder.onSend(() => sendLatest()), [recorder]);
}
