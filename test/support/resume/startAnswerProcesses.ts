import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../projects/fromRoot.ts';
import { findFreePort, startRedis } from './startRedis.ts';

/** Starts the resumable example with Redis: two processes behind one port. */
export async function startAnswerProcesses({ lease, speed = 10 }: { lease: number; speed?: number }) {
  const redis = await startRedis();
  const port = await findFreePort();
  const child = spawn(process.execPath, [fromRoot('examples/resumable/server.js'), '--redis'], {
    env: { ...process.env, PORT: `${port}`, SPEED: `${speed}`, LEASE: `${lease}`, REDIS_URL: redis.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const output of child.stdout) {
    if (String(output).includes('Two processes')) break;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await once(child, 'exit');
      await redis.stop();
    },
  };
}
