import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Finds a port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a Redis server that keeps everything in memory. */
export async function startRedis() {
  const port = await findFreePort();
  const child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
  const failed = once(child, 'error').then(([error]) => {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw isMissing
      ? new Error('redis-server is missing. Install it, on Debian with: apt-get install redis-server')
      : error;
  });
  const ready = (async () => {
    for await (const output of child.stdout) {
      if (String(output).includes('Ready to accept connections')) return;
    }
    throw new Error('redis-server ended before it was ready.');
  })();
  ready.catch(() => {});
  await Promise.race([failed, ready]);
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
