import { createRunLog } from './answer-server/createRunLog.js';
import { planResponse } from './answer-server/planResponse.js';
import { playResponse } from './answer-server/playResponse.js';

/**
 * The server of the comparison. It is a service worker, because each client shall use the network as it does in an app, and
 * `EventSource` cannot be given another one. So it also works in a gallery that is only files.
 *
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} LifeEvent
 * @typedef {LifeEvent & { request: Request, respondWith(response: Response): void }} FetchEvent
 */
const worker =
  /** @type {EventTarget & { skipWaiting(): Promise<void>, clients: { claim(): Promise<void> } }} */
  (/** @type {unknown} */ (self));

const log = createRunLog();

/** Matches the path of a request: the run and its client, then what is asked for. */
const pathPattern = /\/answer-server\/runs\/([^/]+\/[^/]+)\/(requests|events|ui-messages)$/;

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
  const { pathname, searchParams } = new URL(event.request.url);
  const [, client, resource] = pathPattern.exec(pathname) ?? [];
  if (client === undefined) return;
  if (resource === 'requests') event.respondWith(Response.json(log.read(client)));
  else respond(event, { client, format: resource, choice: Object.fromEntries(searchParams) });
}

/**
 * @param {FetchEvent} event
 * @param {{ client: string, format: string | undefined, choice: Record<string, string> }} asked
 */
function respond(event, { client, format, choice }) {
  const { firstAt, requests } = log.of(client);
  const { method, headers } = event.request;
  const lastEventId = Number(headers.get('last-event-id') ?? 0);
  const plan = planResponse({
    .../** @type {Pick<import('./answer-server/planResponse.js').Situation, 'answer' | 'fault'>} */ (choice),
    format: /** @type {import('./answer-server/formats.js').FormatName} */ (format),
    lastEventId,
    elapsed: performance.now() - firstAt,
    hasBroken: requests.some(({ ending }) => ending === 'cut' || ending === 'ended early'),
  });
  /** @type {import('./answer-server/createRunLog.js').RequestRecord} */
  const record = { method, lastEventId, status: plan.status, sent: 0, ending: 'open' };
  requests.push(record);

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
