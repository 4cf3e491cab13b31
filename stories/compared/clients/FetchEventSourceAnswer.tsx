import { EventStreamContentType, fetchEventSource } from '@microsoft/fetch-event-source';
import { useEffect, useState } from 'react';
import { AnswerText } from '../AnswerText.tsx';
import type { AnswerProps } from './AnswerProps.ts';

class RetriableError extends Error {}
class FatalError extends Error {}

export function FetchEventSourceAnswer({ url, question }: AnswerProps) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState('connecting');
  useEffect(() => {
    const controller = new AbortController();
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question }),
    };
    fetchEventSource(url, {
      ...(question && post),
      signal: controller.signal,
      async onopen(response) {
        if (response.ok && response.headers.get('content-type') === EventStreamContentType) return setStatus('open');
        if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new FatalError();
        throw new RetriableError();
      },
      onmessage({ data }) {
        if (data === '') return;
        if (data !== '[DONE]') return setText((before) => before + data);
        setStatus('done');
        controller.abort();
      },
      onclose() {
        throw new RetriableError();
      },
      onerror(error) {
        if (error instanceof FatalError) throw error;
        setStatus('reconnecting');
      },
    }).catch(() => setStatus('error'));
    return () => controller.abort();
  }, [url, question]);
  return <AnswerText text={text} status={status} />;
}
