import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('./', import.meta.url));

/** Gives the kilobytes of some named exports of a package or a built file, minified and gzipped, without React. */
export async function measureSize(names, path) {
  if (path.startsWith('.') && !existsSync(new URL(path, import.meta.url))) {
    throw new Error('There is no dist. Run `npm run build` first: sizes are those of the built package.');
  }
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from '${path}';`, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000;
}
