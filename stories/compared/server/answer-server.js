import { createRunLog } from './answer-server/createRunLog.js';
import { playResponse } from './answer-server/playResponse.js';
import { receiveRequest } from './answer-server/receiveRequest.js';

/**
 * The server of the comparison. It is a service worker, because each client should use the network as it does in an app,
 * and `EventSource` cannot be given another one. So it also works in a gallery that is only files.
 *
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} LifeEvent
 *
 * @typedef {LifeEvent & { request: Request; respondWith(response: Response): void }} FetchEvent
 */
const worker =
  /** @type {EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }} */
  (/** @type {unknown} */ (self));

const runs = createRunLog();

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => claim(/** @type {LifeEvent} */ (event)));
// A page that was reloaded past its service worker asks for it.
worker.addEventListener('message', (event) => claim(/** @type {LifeEvent} */ (event)));
worker.addEventListener('fetch', (event) => answer(/** @type {FetchEvent} */ (event)));

/** @param {LifeEvent} event */
function claim(event) {
  event.waitUntil(worker.clients.claim());
}

/** @param {FetchEvent} event */
function answer(event) {
  const { url, method, headers } = event.request;
  const received = receiveRequest(runs, { url, method, lastEventId: headers.get('last-event-id') });
  if (received === undefined) return;
  if ('log' in received) event.respondWith(Response.json(received.log));
  else respond(event, received);
}

/**
 * @param {FetchEvent} event
 * @param {import('./answer-server/receiveRequest.js').AnswerRequest} received
 */
function respond(event, { client, plan, record }) {
  /** @param {ReadableStreamDefaultController<Uint8Array>} controller */
  const play = async (controller) => {
    await playResponse(plan, record, controller);
    if (record.ending === 'canceled') return;
    // Chromium tells an EventSource that the broken body of a service worker was canceled, and the EventSource gives up.
    // If the network breaks a body, it reconnects as after an end. So here it gets an end.
    if (record.ending === 'cut' && !client.endsWith('/EventSource')) controller.error(new TypeError('cut'));
    else controller.close();
  };
  const body = new ReadableStream({
    start: (controller) => event.waitUntil(play(controller)),
    cancel: () => {
      record.ending = 'canceled';
    },
  });
  event.respondWith(new Response(body, { status: plan.status, headers: plan.headers }));
}
