import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { startProcesses } from './resumable/startProcesses.js';
import { startExampleServer } from './server/server.js';

// Starts the server and the app of the examples together: `npm run example`. With
// `npm run example -- --redis` the server is two processes, which share the chat's answers in Redis.
process.env['VITE_SERVER_URL'] = process.argv.includes('--redis') ? await startProcesses() : await startExampleServer();
const app = await createServer({ configFile: fileURLToPath(new URL('app/vite.config.ts', import.meta.url)) });
await app.listen();
app.printUrls();
