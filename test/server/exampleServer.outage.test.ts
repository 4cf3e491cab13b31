import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { startExampleServer, type ExampleServer } from '../support/startExampleServer.ts';

let server: ExampleServer;

afterEach(() => server.close());

const isReachable = () =>
  fetch(`${server.url}/echo`).then(
    () => true,
    () => false,
  );

it('goes down for a while: streams break, connections are refused, and the port opens again', async () => {
  server = await startExampleServer();
  const { body } = await fetch(`${server.url}/sse`);
  const reader = body!.getReader();
  await reader.read();

  const response = await fetch(`${server.url}/outage?duration=200`, { method: 'POST' });
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ duration: 200 });
  const readToTheEnd = async () => {
    while (!(await reader.read()).done);
  };
  await expect(readToTheEnd()).rejects.toThrow('terminated');
  expect(await isReachable()).toBe(false);

  await vi.waitFor(async () => expect(await isReachable()).toBe(true), { timeout: 5000 });
});

it('takes two requests at the same time for one outage', async () => {
  server = await startExampleServer();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  // Both are read before the first one is answered.
  socket.write('POST /outage?duration=50 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n'.repeat(2));
  socket.resume();
  await once(socket, 'close');

  await vi.waitFor(async () => expect(await isReachable()).toBe(true), { timeout: 5000 });
});
