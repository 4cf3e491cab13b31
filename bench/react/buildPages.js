import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceFolder } from '../support/importSource.js';

const pathTo = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds each page of a folder as for production, with one React for all.
 *
 * @param options.names - the pages to build, all if it is left out.
 * @param options.source - the folder of the source, by default as it is now.
 * @returns a map from path to `{ type, text }`: `/burst` and `/burst.js` for `pages/burst.jsx`.
 */
export async function buildPages(folder, { names = findPages(folder), source = sourceFolder } = {}) {
  const entryTo = (name) => fileURLToPath(new URL(name, source));
  const { outputFiles } = await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`${name}.jsx`, folder))),
    outdir: pathTo('../.build/pages'),
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      react: pathTo('../node_modules/react'),
      'react-dom': pathTo('../node_modules/react-dom'),
      'react-streamed': entryTo('index.ts'),
      'react-streamed/core': entryTo('core.ts'),
      'react-streamed/markdown': entryTo('markdown.ts'),
      'react-streamed/devtools': entryTo('devtools.ts'),
    },
  });
  const pages = new Map();
  for (const { path, text } of outputFiles) {
    const name = basename(path, '.js');
    pages.set(`/${name}.js`, { type: 'text/javascript', text });
    pages.set(`/${name}`, {
      type: 'text/html',
      text: `<!doctype html><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"><body><script type="module" src="/${name}.js"></script>`,
    });
  }
  return pages;
}

function findPages(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsx'))
    .map((name) => basename(name, '.jsx'));
}
