import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Starts a server if Node was started with its file, as by `node express.js`. It listens on the port that `PORT` names,
 * 3000 by default, and only for this machine.
 *
 * @param {string} fileUrl The `import.meta.url` of the server's file.
 * @param {() => import('node:http').Server | Promise<import('node:http').Server>} createServer
 */
export async function startIfMain(fileUrl, createServer) {
  const startedFile = process.argv[1];
  if (!startedFile || realpathSync(startedFile) !== fileURLToPath(fileUrl)) return;

  const server = await createServer();
  server.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`Listening on http://127.0.0.1:${port}: GET /feed, POST /chat and GET /log`);
}
