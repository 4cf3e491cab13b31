import { useEffect, useState } from 'react';
import { AnswerText } from '../AnswerText.tsx';
import type { AnswerProps } from './AnswerProps.ts';

export function EventSourceAnswer({ url }: AnswerProps) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState('connecting');
  useEffect(() => {
    const source = new EventSource(url);
    source.addEventListener('open', () => setStatus('open'));
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data !== '[DONE]') return setText((before) => before + data);
      source.close();
      setStatus('done');
    });
    source.addEventListener('error', () => {
      setStatus(source.readyState === EventSource.CLOSED ? 'error' : 'reconnecting');
    });
    return () => source.close();
  }, [url]);
  return <AnswerText text={text} status={status} />;
}
