import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { createExampleServer } from './server/server.js';

// Starts the server and the app of the examples together: `npm run example`.
const port = Number(process.env['PORT'] ?? 3000);
const server = createExampleServer();
server.listen(port, '127.0.0.1');
await once(server, 'listening');
process.env['VITE_SERVER_URL'] = `http://127.0.0.1:${port}`;

const app = await createServer({ configFile: fileURLToPath(new URL('app/vite.config.ts', import.meta.url)) });
await app.listen();
app.printUrls();
