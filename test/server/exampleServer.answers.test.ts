import { afterAll, beforeAll, expect, test } from 'vitest';
import { startExampleServer, type ExampleServer } from '../support/startExampleServer.ts';

let server: ExampleServer;

beforeAll(async () => {
  server = await startExampleServer();
});

afterAll(() => server.close());

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

test.each(['/echo', '/post'])('%s answers what it received', async (path) => {
  const response = await get(`${path}?a=1`, {
    method: 'POST',
    body: '{"name":"Ådne"}',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer t0k3n' },
  });

  expect(await response.json()).toMatchObject({
    method: 'POST',
    path,
    query: { a: '1' },
    headers: { 'content-type': 'application/json', authorization: 'Bearer t0k3n' },
    body: '{"name":"Ådne"}',
    json: { name: 'Ådne' },
  });
});

test('/status/401 answers with a JSON body', async () => {
  const response = await get('/status/401');

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: { code: 401, message: 'Your session is over. Sign in again.' } });
});

test('/status/500 answers a POST as well', async () => {
  expect((await get('/status/500', { method: 'POST' })).status).toBe(500);
});

test('/status/204 has no body', async () => {
  const response = await get('/status/204');

  expect([response.status, await response.text()]).toEqual([204, '']);
});

test('/status/503?retryAfter=2 says when to come back', async () => {
  expect((await get('/status/503?retryAfter=2')).headers.get('retry-after')).toBe('2');
});

test('/wrong-type answers with a page', async () => {
  expect((await get('/wrong-type')).headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('a preflight allows JSON, a token and a last event ID from any origin', async () => {
  const response = await get('/chat', { method: 'OPTIONS' });

  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  expect(response.headers.get('access-control-allow-headers')?.toLowerCase().split(', ')).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'last-event-id']),
  );
});

test('every answer is open to any origin, errors included', async () => {
  const responses = await Promise.all(['/echo', '/status/500', '/nowhere'].map((path) => get(path)));

  expect(responses.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual(['*', '*', '*']);
});

test('an unknown path answers 404 with the known ones', async () => {
  const response = await get('/nowhere');

  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: 'No /nowhere',
    known: expect.arrayContaining(['GET /article?interval=80', 'POST /chat?interval=40']),
  });
});

test('a wrong method answers 405 with the right ones', async () => {
  const response = await get('/chat');

  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
});

test('/log answers what the server saw of one request', async () => {
  const response = await get('/echo?a=1', { method: 'POST', body: 'hello' });
  await response.text();
  const id = response.headers.get('x-request-id');

  expect(await (await get(`/log?id=${id}`)).json()).toEqual([
    expect.objectContaining({ id, method: 'POST', path: '/echo', search: '?a=1', body: 'hello', state: 'finished' }),
  ]);
});
