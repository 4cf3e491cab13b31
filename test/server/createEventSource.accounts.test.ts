import { createEventSource, createFetchStream, list } from 'react-streamed/core';
import { afterEach, expect, it, vi } from 'vitest';
import { startServer, type TestServer } from '../support/startServer.ts';

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const head = { 'content-type': 'text/event-stream' };

it('never delivers one account an event of another that signed out in the same turn', async () => {
  const asked: [string | undefined, string | undefined][] = [];
  server = await startServer(({ headers }, response) => {
    const account = headers.authorization;
    asked.push([account, headers['last-event-id'] as string | undefined]);
    response.writeHead(200, head);
    let id = 0;
    const timer = setInterval(() => {
      id += 1;
      response.write(`id: ${account}-${id}\ndata: for ${account}\n\n`);
    }, 1);
    response.on('close', () => clearInterval(timer));
  });
  const open = (account: string) => {
    const source = createEventSource(`${server!.url}/private`, {
      share: true,
      headers: { authorization: account },
      accumulate: list(),
      throttle: 'none',
    });
    source.open();
    return source;
  };

  const ann = open('Ann');
  await vi.waitFor(() => expect(ann.getSnapshot().count).toBeGreaterThan(3), { interval: 1 });
  ann.close();
  const bob = open('Bob');
  await vi.waitFor(() => expect(bob.getSnapshot().count).toBeGreaterThan(3), { interval: 1 });
  bob.close();

  expect(new Set(bob.getSnapshot().data)).toEqual(new Set(['for Bob']));
  expect(asked).toEqual([
    ['Ann', undefined],
    ['Bob', undefined],
  ]);
});

it('reports an answer as incomplete if its server ends it before the end mark', async () => {
  server = await startServer((_, response) => {
    response.writeHead(200, head);
    response.end('data: Hel\n\n');
  });
  const stream = createFetchStream(server.url, {
    as: 'events',
    until: ({ data }) => data === '[DONE]',
    requireUntil: true,
  });
  expect(await stream.start()).toMatchObject({ status: 'error', data: ['Hel'], error: { code: 'incomplete' } });
});

it('asks a token endpoint that was down again, and then receives the feed', async () => {
  const paths: (string | undefined)[] = [];
  server = await startServer(({ url }, response) => {
    paths.push(url);
    if (url === '/token') {
      response.writeHead(paths.length < 3 ? 503 : 200).end('secret');
    } else {
      response.writeHead(200, head).write('data: here\n\n');
    }
  });
  const getToken = async () => {
    const response = await fetch(`${server!.url}/token`);
    if (!response.ok) throw new Error(`The token endpoint answered with ${response.status}.`);
    return response.text();
  };
  const source = createEventSource(`${server.url}/feed`, {
    headers: async () => ({ authorization: await getToken() }),
    reconnect: { initialDelay: 1 },
  });
  source.open();
  await vi.waitFor(() => expect(source.getSnapshot().data).toBe('here'));
  source.close();
  expect(paths).toEqual(['/token', '/token', '/token', '/feed']);
});
