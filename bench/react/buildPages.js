import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathTo = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds each page of a folder as for production, with `../src` as it is now, and with one React for all.
 *
 * @returns a map from path to `{ type, text }`: `/burst` and `/burst.js` for `pages/burst.jsx`.
 */
export async function buildPages(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsx'));
  const { outputFiles } = await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(name, folder))),
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
      'react-streamed': pathTo('../../src/index.ts'),
      'react-streamed/core': pathTo('../../src/core.ts'),
      'react-streamed/markdown': pathTo('../../src/markdown.ts'),
      'react-streamed/devtools': pathTo('../../src/devtools.ts'),
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
