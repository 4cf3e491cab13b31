import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sourceAlias } from '../../scripts/entries.js';

const megabyte = 1024 * 1024;
const size = 200 * megabyte;
const piece = new Uint8Array(megabyte).fill(120);

function* pieces() {
  for (let sent = 0; sent < size; sent += piece.length) yield piece;
}
const server = createServer((_request, response) => void Readable.from(pieces()).pipe(response));

let folder: string;
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  folder = await mkdtemp(join(tmpdir(), 'iterate-'));
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

it('a script that takes its time with 200 MB of a fast server keeps its memory within 32 MB', async () => {
  const outfile = join(folder, 'readSlowly.mjs');
  const entryPoint = new URL('./iterate/readSlowly.ts', import.meta.url).pathname;
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: sourceAlias,
  });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile, url]);
  const { bytes, chunks, grownBy } = JSON.parse(stdout) as { bytes: number; chunks: number; grownBy: number };
  console.log(`${chunks} chunks, memory grown by ${(grownBy / megabyte).toFixed(1)} MB`);
  expect(bytes).toBe(size);
  expect(grownBy).toBeLessThan(32 * megabyte);
});
