import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createExampleServer } from './createExampleServer.js';

export { createExampleServer };

/** Starts the server on the port that `PORT` names, 3000 by default, and tells its url. */
export async function startExampleServer() {
  const port = Number(process.env['PORT'] ?? 3000);
  const url = `http://127.0.0.1:${port}`;
  const server = createExampleServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? new Error(`Port ${port} is taken. Set PORT to a free one.`, { cause: error }) : error;
  }
  console.log(`The example server listens on ${url}`);
  return url;
}

const startedFile = process.argv[1];
if (startedFile && import.meta.url === pathToFileURL(realpathSync(startedFile)).href) await startExampleServer();
