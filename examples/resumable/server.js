import cluster from 'node:cluster';
import { once } from 'node:events';
import { createExampleServer } from '../server/createExampleServer.js';
import { createMemoryLog } from './createMemoryLog.js';

/** How long an answer is kept after its end, in milliseconds. */
const timeToLive = 600_000;

const port = Number(process.env['PORT'] ?? 3000);
const speed = Number(process.env['SPEED'] ?? 1);
const redisUrl = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const lease = Number(process.env['LEASE'] ?? 5000);
const withRedis = process.argv.includes('--redis');

/** Redis is needed only if it is asked for. */
async function createLog() {
  if (!withRedis) return createMemoryLog({ timeToLive });
  const { createRedisLog } = await import('./createRedisLog.js');
  return createRedisLog({ url: redisUrl, lease, timeToLive });
}

async function serve() {
  const server = createExampleServer({ speed, answers: await createLog() });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

if (withRedis && cluster.isPrimary) {
  // Both processes accept connections of one port. A process that dies is replaced.
  // A connection may be handed to a process in the moment in which it dies.
  cluster.on('fork', (worker) => worker.on('error', (error) => console.error(String(error))));
  cluster.on('exit', () => cluster.fork());
  cluster.fork();
  cluster.fork();
  let listening = 0;
  cluster.on('listening', () => {
    listening += 1;
    if (listening === 2) console.log(`Two processes share the answers on http://127.0.0.1:${port}`);
  });
} else {
  // The process that started this one has died.
  cluster.worker?.on('error', () => process.exit());
  await serve();
  if (!withRedis) console.log(`One process keeps the answers on http://127.0.0.1:${port}`);
}
