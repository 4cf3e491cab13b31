import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    galleryUrl: string;
  }
}

const storybook = fileURLToPath(new URL('../../node_modules/storybook/dist/bin/dispatcher.js', import.meta.url));

/**
 * Builds the gallery, serves it while the tests run, and removes it afterwards.
 *
 * `GALLERY_DIR` names a gallery that is built already.
 */
export default async function serveGallery(project: TestProject): Promise<() => Promise<void>> {
  const built = process.env['GALLERY_DIR'];
  const outDir = built ?? (await mkdtemp(join(tmpdir(), 'gallery-')));
  if (!built) await buildGallery(outDir);
  const server = await preview({
    configFile: false,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  });
  project.provide('galleryUrl', server.resolvedUrls!.local[0]!);
  return async () => {
    await server.close();
    if (!built) await rm(outDir, { recursive: true });
  };
}

async function buildGallery(outDir: string): Promise<void> {
  const build = spawn(process.execPath, [storybook, 'build', '--disable-telemetry', '--quiet', '-o', outDir]);
  let output = '';
  const collect = (chunk: unknown) => {
    output += String(chunk);
  };
  build.stdout.on('data', collect);
  build.stderr.on('data', collect);
  const [code] = await once(build, 'close');
  if (code !== 0) throw new Error(`The gallery cannot be built:\n${output}`);
}
