import {
  createEventSource,
  createEventStreamParser,
  createFetchStream,
  createTypewriter,
  readEventStream,
  readJsonLines,
  readLines,
  readText,
  type EventSourceStore,
  type EventStreamParser,
  type Typewriter,
} from 'react-streamed/core';
import { traceStreams, type StreamRecord, type TraceOptions } from 'react-streamed/devtools';
import { createManualClock, createMockStream, playScript, type MockRequest } from 'react-streamed/testing';

export async function readAll(source: Response): Promise<string[]> {
  const parts: string[] = [];
  for await (const { data } of readEventStream(source)) parts.push(data);
  for await (const text of readText(source)) parts.push(text);
  for await (const line of readLines(source)) parts.push(line);
  for await (const value of readJsonLines(source)) parts.push(String(value));
  return parts;
}

export const parser: EventStreamParser = createEventStreamParser({ onEvent: ({ type }) => console.log(type) });

export function watchFeed(): () => void {
  const mock = createMockStream();
  const feed = createEventSource('/feed', { fetch: mock.fetch, parse: 'json' });
  return feed.subscribe(() => console.log(feed.getSnapshot().status));
}

export const feed: EventSourceStore<unknown> = createEventSource('/feed');

export async function answerByHand(): Promise<string> {
  const mock = createMockStream();
  const clock = createManualClock();
  const stream = createFetchStream('/chat', { fetch: mock.fetch });
  const end = stream.start({ body: { prompt: 'Hi' } });
  const request: MockRequest = await mock.nextRequest();
  request.text('Hello');
  request.end();
  clock.advance(16);
  return (await end).data;
}

export function typeOut(): Typewriter {
  const scripted = playScript([{ after: 10, text: 'Hi' }]);
  console.log(scripted.requests.length);
  return createTypewriter();
}

const tracing: TraceOptions = {
  onRecord: (record: StreamRecord) => {
    if (record.type === 'end') console.log(record.url, record.error?.code, record.items);
    if (record.type === 'typing') console.log(record.lag);
  },
};

export const stopTracing: () => void = traceStreams(tracing);
