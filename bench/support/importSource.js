import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const outputFolder = new URL('../.build/', import.meta.url);

/** Bundles a module of `../src` as it is now and imports the result, so that what is measured is what is written. */
export async function importSource(path) {
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
