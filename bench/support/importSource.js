import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const outputFolder = new URL('../.build/', import.meta.url);

const imports = new Map();

/** Bundles a module of `../src` as it is now and imports the result, so that what is measured is what is written. */
export function importSource(path) {
  // Once: modules that load side by side would write the file while another reads it.
  if (!imports.has(path)) imports.set(path, bundle(path));
  return imports.get(path);
}

async function bundle(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/${path}`, import.meta.url))],
    bundle: true,
    packages: 'external',
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const output = new URL(`${path.replaceAll('/', '-').replace(/\.ts$/, '')}.js`, outputFolder);
  await mkdir(outputFolder, { recursive: true });
  await writeFile(output, outputFiles[0].contents);
  return import(output.href);
}
