import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createExampleServer } from '../../examples/server/server.js';

export type ExampleServer = Awaited<ReturnType<typeof startExampleServer>>;

/** Starts the server of the examples, by default on a free port. `speed` divides its pauses. */
export async function startExampleServer({ port = 0, speed = 1 } = {}) {
  const server = createExampleServer({ speed });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The requests that reached it, preflights not counted, each with how it ended. */
    requests: server.requests,
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}
