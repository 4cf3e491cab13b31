import { useState } from 'react';
import {
  blocks,
  concat,
  isStreamError,
  latest,
  list,
  reduce,
  StreamError,
  useEventSource,
  useFetchStream,
  useTypewriter,
  type Accumulator,
  type Attempt,
  type EventSourceOptions,
  type FetchStreamResult,
  type RetryPolicy,
  type SealedText,
  type ServerSentEvent,
  type StreamErrorCode,
  type UseFetchStreamResult,
} from 'react-streamed';
import { anthropic, openAiChat, type StreamPreset } from 'react-streamed/providers';

const sum: Accumulator<number, number> = {
  create: () => 0,
  add: (state: number, item) => state + item,
  snapshot: (state: number) => state,
};
const policy: RetryPolicy = { maxAttempts: 3, when: (error) => error.code !== 'http' };
const preset: StreamPreset<'events', unknown> | undefined = undefined;

export function Feed() {
  const feed = useEventSource((attempt: Attempt) => `/feed?attempt=${attempt.number}`, {
    headers: async () => ({ authorization: 'Bearer token' }),
    parse: { price: 'json', note: 'text' },
    accumulate: list({ limit: 20 }),
    reconnect: policy,
    onError: (error, { willReconnect }) => console.warn(error.code, willReconnect),
  });
  const count: number = feed.count;
  const last: ServerSentEvent | undefined = feed.lastEvent;
  return (
    <ul aria-busy={feed.status === 'connecting'} title={`${count} ${last?.lastEventId}`}>
      {feed.data.map((item) => (
        <li key={item.lastEventId}>{item.type === 'note' ? item.data.toUpperCase() : String(item.data)}</li>
      ))}
    </ul>
  );
}

export function Answer() {
  const [result, setResult] = useState<FetchStreamResult<string>>();
  const answer: UseFetchStreamResult<string> = useFetchStream('/chat', { ...openAiChat, body: {}, enabled: false });
  const claude = useFetchStream('/chat', { ...anthropic, body: {}, accumulate: concat() });
  const sealed: SealedText = useFetchStream('/chat', { accumulate: blocks() }).data;
  const total: number = useFetchStream('/numbers', { as: 'json-lines', parse: Number, accumulate: sum }).data;
  const product: number = useFetchStream('/numbers', {
    as: 'lines',
    accumulate: reduce((value: number, line: string) => value * Number(line), 1),
  }).data;
  const line: string | undefined = useFetchStream('/log', { as: 'lines', accumulate: latest() }).data;
  const typed = useTypewriter(answer.data, { isStreaming: answer.isStreaming, graphemesPerSecond: 'auto' });
  const code: StreamErrorCode | undefined = isStreamError(answer.error) ? answer.error.code : undefined;
  const failed = answer.error instanceof StreamError;
  return (
    <button onClick={() => void answer.start({ body: { prompt: 'Hi' } }).then(setResult)}>
      {[typed.text, claude.data, sealed.text, total, product, line, code, failed, result?.status, preset].join(' ')}
    </button>
  );
}

/** Options that are passed on as they come, undefined or not. */
export function useLog({ url, key }: { url: string; key?: string | undefined }) {
  const options: EventSourceOptions = { key, types: undefined, reconnect: undefined, throttle: 100 };
  return useEventSource(url, options).data;
}
