import { formatEvent, openEventStream } from '../eventStream.js';

/**
 * `GET /sse`: an endless feed, each event with its ID. Three of four are `message` events that count 1, 2, 3, …; the
 * fourth is a named event, `test`. `?dropAfter=n` cuts the connection after n events. A client that comes back with
 * `Last-Event-ID` gets the events after that one: none twice, none lost.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const sse = {
  methods: ['GET'],
  path: /^\/sse$/,
  example: '/sse?dropAfter=8&interval=700&retry=2000',
  async answer(exchange) {
    const interval = exchange.number('interval', 700);
    const dropAfter = exchange.number('dropAfter', 0) || Infinity;
    const lastEventId = lastEventIdOf(exchange.request.headers['last-event-id']);

    openEventStream(exchange);
    await exchange.write(`retry: ${Math.round(exchange.number('retry', 2000) / exchange.speed)}\n\n`);
    for (let sent = 0; sent < dropAfter; sent += 1) {
      await exchange.write(formatEvent(eventAt(lastEventId + 1 + sent)));
      await exchange.pause(interval);
    }
    exchange.cut();
  },
};

/** @param {number} id */
function eventAt(id) {
  if (id % 4 === 0) return { id, type: 'test', data: `test ${id / 4}` };
  return { id, data: String(id - Math.floor(id / 4)) };
}

/** @param {string | string[] | undefined} header */
function lastEventIdOf(header) {
  const id = Number(header ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}
