import { createFetchStream, type FetchStreamStore } from 'react-streamed/core';
import { afterEach, expect, test } from 'vitest';
import {
  aiSdkChat,
  durableStream,
  lastEventId,
  llamaCpp,
  mercure,
  openAiBackground,
  vercelWorkflow,
} from '../../examples/resumable/recipes.ts';
import { startProtocolDouble, type DoubleAnswer, type DoubleRequest } from '../support/resume/startProtocolDouble.ts';

let double: Awaited<ReturnType<typeof startProtocolDouble>>;
afterEach(() => double.close());

const create = createFetchStream as (url: string, options: object) => FetchStreamStore<unknown>;

/** Runs a recipe at a double of its protocol, whose first response breaks. */
async function run(url: string, recipe: object, answer: (request: DoubleRequest) => DoubleAnswer) {
  double = await startProtocolDouble(answer);
  const stream = create(url, { method: 'POST', ...recipe, fetch: double.fetch });
  const end = await stream.start();
  return { ...end, stream, requests: double.requests };
}

const data = (value: unknown) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
const chatChunks = [
  { choices: [{ delta: { content: 'Hel' } }] },
  { choices: [{ delta: { content: 'lo' } }] },
  { choices: [{ delta: {}, finish_reason: 'stop' }] },
];

test('plain Last-Event-ID: the events after it', async () => {
  const events = [...chatChunks.map(data), data('[DONE]')].map((event, index) => `id: ${index + 1}\n${event}`);
  const result = await run('/api/answers', lastEventId(), ({ method, headers }) => {
    const after = Number(headers['last-event-id'] ?? 0);
    if (method === 'POST') return { headers: { 'x-answer-id': 'a' }, parts: [events[0]!, 'id: 2\nda'], breaks: true };
    return { parts: events.slice(after) };
  });
  expect(result).toMatchObject({ status: 'done', data: 'Hello' });
  expect(result.requests).toEqual(['POST /api/answers', 'GET /api/answers/a']);
});

const uiMessage = [
  { type: 'start', messageId: 'm' },
  { type: 'text-start', id: 't' },
  { type: 'text-delta', id: 't', delta: 'Hel' },
  { type: 'text-delta', id: 't', delta: 'lo' },
  { type: 'text-end', id: 't' },
  { type: 'finish' },
].map(data);

test('the AI SDK with resumable-stream: the whole message again', async () => {
  const result = await run('/api/chat', aiSdkChat('c1'), ({ method }) =>
    method === 'POST' ? { parts: uiMessage.slice(0, 3), breaks: true } : { parts: [...uiMessage, data('[DONE]')] },
  );
  expect(result).toMatchObject({ status: 'done', data: 'Hello' });
  expect(result.requests).toEqual(['POST /api/chat', 'GET /api/chat/c1/stream']);
});

test('the AI SDK with resumable-stream: 204 if no message is active', async () => {
  const result = await run('/api/chat', aiSdkChat('c1'), ({ method }) =>
    method === 'POST' ? { parts: uiMessage.slice(0, 4), breaks: true } : { status: 204 },
  );
  expect(result).toMatchObject({ status: 'done', data: 'Hello' });
});

test('OpenAI Responses in the background: the events after a sequence number', async () => {
  const events = [
    { type: 'response.created', response: { id: 'resp_1' } },
    { type: 'response.output_text.delta', delta: 'Hel' },
    { type: 'response.output_text.delta', delta: 'lo' },
    { type: 'response.completed', response: { id: 'resp_1', status: 'completed' } },
  ].map((event, index) => `event: ${event.type}\n${data({ ...event, sequence_number: index })}`);
  const result = await run('/api/responses', openAiBackground(), ({ method, query }) => {
    if (method === 'POST') return { parts: [events[0]!, events[1]!, events[2]!.slice(0, 40)], breaks: true };
    return { parts: events.slice(Number(query.get('starting_after')) + 1) };
  });
  expect(result).toMatchObject({ status: 'done', data: 'Hello' });
  expect(result.requests).toEqual(['POST /api/responses', 'GET /api/responses/resp_1?stream=true&starting_after=1']);
});

test('llama.cpp: the bytes from an offset', async () => {
  const body = [...chatChunks.map(data), data('[DONE]')].join('');
  const result = await run('/v1/chat/completions', llamaCpp('conv'), ({ method, query, headers }) => {
    if (method === 'POST') {
      expect(headers['x-conversation-id']).toBe('conv');
      return { parts: [body.slice(0, 60)], breaks: true };
    }
    return { parts: [body.slice(Number(query.get('from')))] };
  });
  expect(result).toMatchObject({ status: 'done', data: 'Hello' });
  expect(result.requests[1]).toBe(`GET /v1/stream/conv?from=${data(chatChunks[0]).length}`);
});

test('Vercel Workflow: the chunks from an index, even if the function ended cleanly', async () => {
  const result = await run('/api/chat', vercelWorkflow(), ({ method, query }) =>
    method === 'POST'
      ? { headers: { 'x-workflow-run-id': 'run' }, parts: uiMessage.slice(0, 3) }
      : { parts: uiMessage.slice(Number(query.get('startIndex'))) },
  );
  expect(result).toMatchObject({ status: 'done', data: 'Hello' });
  expect(result.requests).toEqual(['POST /api/chat', 'GET /api/chat/run/stream?startIndex=3']);
});

test('Durable Streams: the stream from its start, until it is closed', async () => {
  const control = (offset: string, more = '') => `event: control\ndata: {"streamNextOffset":"${offset}"${more}}\n\n`;
  const parts = [
    'event: data\ndata: Hel\n\n',
    control('1'),
    'event: data\ndata: lo\n\n',
    control('2', ',"streamClosed":true'),
  ];
  const result = await run('/api/answers', durableStream(), ({ method }) =>
    method === 'POST' ? { headers: { location: '/streams/s' }, parts: parts.slice(0, 1), breaks: true } : { parts },
  );
  expect(result).toMatchObject({ status: 'done', data: ['Hel', 'lo'] });
  expect(result.requests).toEqual(['POST /api/answers', 'GET /streams/s?offset=-1&live=sse']);
});

test('Mercure: the updates after the last event ID', async () => {
  const updates = [
    'id: urn:uuid:1\ndata: Hel\n\n',
    'id: urn:uuid:2\ndata: lo\n\n',
    'event: end\nid: urn:uuid:3\ndata: end\n\n',
  ];
  const url = '/.well-known/mercure?topic=answer';
  const result = await run(url, { method: 'GET', ...mercure('answer') }, ({ headers }) => {
    const index = updates.findIndex((update) => update.startsWith(`id: ${headers['last-event-id']}\n`));
    return index < 0 ? { parts: updates.slice(0, 1), breaks: true } : { parts: updates.slice(index + 1) };
  });
  expect(result).toMatchObject({ status: 'done', data: ['Hel', 'lo'] });
  expect(result.requests).toEqual([`GET ${url}`, `GET ${url}`]);
});
