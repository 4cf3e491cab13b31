import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { appsFolder } from './appsFolder.ts';
import { run } from './run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that `npm publish` would send. */
    tarball: string;
  }
}

/** Packs the package, once for all apps. */
export default async function packPackage(project: TestProject): Promise<void> {
  await mkdir(appsFolder, { recursive: true });
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', appsFolder];
  const [packed] = JSON.parse(await run(root, 'npm', ...args)) as [{ filename: string }];
  project.provide('tarball', join(appsFolder, packed.filename));
}
