import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createBetterSseServer } from '../../examples/servers/betterSse.js';
import { createExpressServer } from '../../examples/servers/express.js';
import { createFastifyServer } from '../../examples/servers/fastify.js';
import { createHonoServer } from '../../examples/servers/hono.js';
import type { Sources } from '../../examples/servers/sources.js';

type CreateServer = (sources: Sources) => Server | Promise<Server>;

/** The small servers of the examples, each with its name. */
export const exampleServers: readonly (readonly [name: string, createServer: CreateServer])[] = [
  ['Express', createExpressServer],
  ['Hono', createHonoServer],
  ['Fastify', createFastifyServer],
  ['better-sse', createBetterSseServer],
];

/** Starts one of them on a free port of 127.0.0.1. */
export async function listen(server: Server) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Breaks every connection off, as a bad network does. */
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}
