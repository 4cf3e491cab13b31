import type { IncomingMessage, ServerResponse } from 'node:http';
import { inject } from 'vitest';
import { createRunLog } from '../../stories/compared/server/answer-server/createRunLog.js';
import { playResponse } from '../../stories/compared/server/answer-server/playResponse.js';
import { receiveRequest, type AnswerRequest } from '../../stories/compared/server/answer-server/receiveRequest.js';
import { startServer, type TestServer } from '../support/startServer.ts';

/** A service worker that answers nothing, so that every request goes to the network. */
const idleWorker = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
`;

/** Serves the gallery, with the answers of the page Compared over a real connection instead of its service worker. */
export function serveRealAnswers(): Promise<TestServer> {
  const runs = createRunLog();
  return startServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost').href;
    const lastEventId = request.headers['last-event-id'];
    const received = receiveRequest(runs, {
      url,
      method: request.method ?? 'GET',
      lastEventId: lastEventId?.toString(),
    });
    if (received === undefined) void serveFile(request, response);
    else if ('log' in received) response.end(JSON.stringify(received.log));
    else void sendAnswer(response, received);
  });
}

async function sendAnswer(response: ServerResponse, { plan, record }: AnswerRequest): Promise<void> {
  response.on('close', () => {
    if (record.ending === 'open') record.ending = 'canceled';
  });
  response.writeHead(plan.status, plan.headers);
  response.flushHeaders();
  await playResponse(plan, record, { enqueue: (bytes) => void response.write(bytes) });
  if (record.ending === 'cut') response.destroy();
  else response.end();
}

async function serveFile({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url === '/answer-server.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(idleWorker);
    return;
  }
  const file = await fetch(new URL(url ?? '/', inject('galleryUrl')));
  response.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? 'text/plain' });
  response.end(new Uint8Array(await file.arrayBuffer()));
}
