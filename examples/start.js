import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { startExampleServer } from './server/server.js';

// Starts the server and the app of the examples together: `npm run example`.
process.env['VITE_SERVER_URL'] = await startExampleServer();
const app = await createServer({ configFile: fileURLToPath(new URL('app/vite.config.ts', import.meta.url)) });
await app.listen();
app.printUrls();
