import { setTimeout as wait } from 'node:timers/promises';

/**
 * Creates the route `POST /outage`: the server goes down for `?duration=` milliseconds. It breaks every connection and
 * closes its port, so that new connections are refused, and then listens on the same port again.
 *
 * @param {import('node:http').Server} server
 * @returns {import('../createExampleServer.js').Route}
 */
export function createOutage(server) {
  return {
    methods: ['POST'],
    path: /^\/outage$/,
    example: '/outage?duration=10000',
    answer({ number, speed, response, json }) {
      const duration = number('duration', 10_000, 60_000) / speed;
      response.on('close', () => goDown(server, duration));
      json(202, { duration });
    },
  };
}

/** @param {import('node:http').Server} server @param {number} duration */
async function goDown(server, duration) {
  // Two requests at once are one outage: the first one closed the port and the connection of the second.
  if (!server.listening) return;
  const { port, address } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  server.closeAllConnections();
  await wait(duration);
  server.listen(port, address);
}
