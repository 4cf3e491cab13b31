import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const servers = fileURLToPath(new URL('../../examples/servers/', import.meta.url));

it.each(['express.js', 'hono.js', 'fastify.js', 'betterSse.js'])('`node %s` starts the server', async (file) => {
  const server = spawn(process.execPath, [file], { cwd: servers, env: { ...process.env, PORT: '0' } });
  try {
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    const response = await fetch(`${url}/log`);
    expect(await response.text()).toBe('install: passed\nlint: passed\ntest: passed\nbuild: passed\n');
  } finally {
    server.kill();
  }
});
