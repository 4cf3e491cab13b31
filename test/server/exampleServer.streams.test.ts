import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { song } from '../../examples/server/song.js';
import { readUntil, readWhole } from '../support/readUntil.ts';
import { startExampleServer, type ExampleServer } from '../support/startExampleServer.ts';

let server: ExampleServer;

beforeAll(async () => {
  server = await startExampleServer({ speed: 100 });
});

afterAll(() => server.close());

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
const post = (path: string, body: string) =>
  get(path, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });

/** The data of each event of a stream, as a reader of the standard would join it. */
const dataOf = (stream: string) =>
  stream
    .split('\n\n')
    .map((block) => block.match(/^data:.*$/gm)?.map((field) => field.slice('data: '.length)))
    .filter((lines) => lines !== undefined)
    .map((lines) => lines.join('\n'));

test('/article sends a song one character an event, then end, and stays open over stray lines', async () => {
  const response = await get('/article?interval=0');
  const stream = await readUntil(response, ': nothing more comes\n\n');

  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(dataOf(stream)).toEqual([...song, 'end']);
  expect(stream).toContain('event: end\ndata: end\n\nThe song is over\n');
  await vi.waitFor(() => expect(server.requests.at(-1)).toMatchObject({ path: '/article', state: 'aborted' }));
});

test('/sse numbers its messages, names the others, and gives each an ID', async () => {
  const stream = await readUntil(await get('/sse?interval=0'), 'id: 8\n');

  expect(stream).toContain(
    'retry: 20\n\nid: 1\ndata: 1\n\nid: 2\ndata: 2\n\nid: 3\ndata: 3\n\nid: 4\nevent: test\ndata: test 1\n\nid: 5\ndata: 4\n\n',
  );
});

test('/sse cuts the connection after n events and resumes after the last event ID', async () => {
  const ids: string[] = [];
  for (let connection = 0; connection < 6; connection += 1) {
    const headers: HeadersInit = ids.length > 0 ? { 'Last-Event-ID': ids.at(-1)! } : {};
    const { text, isBroken } = await readWhole(await get('/sse?dropAfter=3&interval=500', { headers }));
    expect(isBroken).toBe(true);
    ids.push(...(text.match(/(?<=^id: )\d+$/gm) ?? []));
  }
  expect(ids).toEqual(Array.from({ length: 18 }, (_, index) => String(index + 1)));
});

test('/sse starts from the first event if it did not send the last event ID', async () => {
  const stream = await readUntil(await get('/sse', { headers: { 'Last-Event-ID': 'x-1' } }), 'id: 1\n');

  expect(stream).toContain('id: 1\n');
});

test('/chat answers in the chunks of a chat completion, ended by [DONE]', async () => {
  const response = await post('/chat', JSON.stringify({ messages: [{ role: 'user', content: 'What is a stream?' }] }));
  const data = dataOf(await response.text());

  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(data.pop()).toBe('[DONE]');
  const chunks = data.map((json) => JSON.parse(json).choices[0]);
  expect(chunks[0]).toMatchObject({ delta: { role: 'assistant' }, finish_reason: null });
  expect(chunks.at(-1)).toMatchObject({ delta: {}, finish_reason: 'stop' });
  expect(chunks.map(({ delta }) => delta.content ?? '').join('')).toMatch(/^A stream is an answer .* a frame\.$/s);
});

test('/chat?raw=1 sends the same answer as bare characters under the type of an event stream', async () => {
  const question = JSON.stringify({ messages: [{ role: 'user', content: 'Tell me a story' }] });
  const inChunks = dataOf(await (await post('/chat', question)).text())
    .slice(0, -1)
    .map((json) => JSON.parse(json).choices[0].delta.content ?? '');
  const raw = await post('/chat?raw=1', question);

  expect(raw.headers.get('content-type')).toBe('text/event-stream');
  expect(await raw.text()).toBe(inChunks.join(''));
});

test('/chat says what it needs if the body is not JSON', async () => {
  const response = await post('/chat', 'hello');

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: { message: expect.stringContaining('"messages"') } });
});

test('/txt sends exactly the size that it announces, in pieces', async () => {
  const response = await get('/txt?size=100001&duration=20000');
  const sizes: number[] = [];
  for await (const chunk of response.body!) sizes.push(chunk.length);

  expect(response.headers.get('content-length')).toBe('100001');
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_001);
  expect(sizes.length).toBeGreaterThan(3);
});

test('/reset breaks off in the middle of an event', async () => {
  const { text, isBroken } = await readWhole(await get('/reset'));

  expect(isBroken).toBe(true);
  expect(text).toMatch(/data: whole 3\n\nid: 4\ndata: torn$/);
  await vi.waitFor(() => expect(server.requests.at(-1)).toMatchObject({ path: '/reset', state: 'cut' }));
});

test.each(['/article', '/sse', '/txt?duration=60000'])('%s stops when the client leaves', async (path) => {
  const controller = new AbortController();
  await get(path, { signal: controller.signal });
  const request = server.requests.at(-1)!;
  expect(request.state).toBe('open');
  const leftAt = Date.now();
  controller.abort();

  await vi.waitFor(() => expect(request.state).toBe('aborted'));
  expect(request.closedAt! - leftAt).toBeLessThan(100);
});
