import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the server as two processes behind one port, which share their answers in Redis.
 *
 * @returns {Promise<string>} its URL
 */
export async function startProcesses() {
  const file = fileURLToPath(new URL('server.js', import.meta.url));
  const child = spawn(process.execPath, [file, '--redis'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill());
  // A signal ends a process without its exit event, unless somebody listens.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit());
  for await (const output of child.stdout) {
    process.stdout.write(output);
    if (String(output).includes('Two processes')) return `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
  }
  throw new Error('The server ended. Is Redis running? Start it with: redis-server');
}
