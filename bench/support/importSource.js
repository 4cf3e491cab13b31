import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const outputFolder = new URL('../.build/', import.meta.url);

const imports = new Map();

/** The folder of the source as it is now. */
export const sourceFolder = new URL('../../src/', import.meta.url);

/** Bundles a module of a source folder and imports the result, so that what is measured is what is written. */
export function importSource(path, folder = sourceFolder) {
  const { href } = new URL(path, folder);
  // Once: modules that load side by side would write the file while another reads it.
  if (!imports.has(href)) imports.set(href, bundle(href));
  return imports.get(href);
}

async function bundle(href) {
  const path = fileURLToPath(href);
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    packages: 'external',
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const output = new URL(`${createHash('sha256').update(path).digest('hex')}.js`, outputFolder);
  await mkdir(outputFolder, { recursive: true });
  await writeFile(output, outputFiles[0].contents);
  return import(output.href);
}
