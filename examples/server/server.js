import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createExampleServer } from './createExampleServer.js';

export { createExampleServer };

const startedFile = process.argv[1];
if (startedFile && import.meta.url === pathToFileURL(realpathSync(startedFile)).href) start();

function start() {
  const port = Number(process.env['PORT'] ?? 3000);
  const server = createExampleServer();
  server.on('error', (error) => {
    const isTaken = 'code' in error && error.code === 'EADDRINUSE';
    console.error(isTaken ? `Port ${port} is taken. Set PORT to a free one.` : error.message);
    process.exitCode = 1;
  });
  server.listen(port, '127.0.0.1', () => console.log(`The example server listens on http://127.0.0.1:${port}`));
}
