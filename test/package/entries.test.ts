import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { entries } from '../../scripts/entries.js';

const dist = new URL('../../dist/', import.meta.url);
const read = (file: string) => readFile(new URL(file, dist), 'utf8');
const plainEntries = entries.filter((entry) => entry !== 'index');

/** An entry's text and that of every chunk that it imports. */
async function readWhole(file: string, seen = new Set<string>()): Promise<string> {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = await read(file);
  const chunks = [...text.matchAll(/from\s*["']\.\/([^"']+)["']|import\s*["']\.\/([^"']+)["']/g)];
  const parts = await Promise.all(chunks.map(([, from, bare]) => readWhole((from ?? bare)!, seen)));
  return text + parts.join('');
}

it.each(entries)('has the same public names as before in %s', async (entry) => {
  const names = Object.keys(await import(new URL(`${entry}.js`, dist).href));
  expect(names).toMatchSnapshot();
});

it.each(entries)('comes with types for %s', async (entry) => {
  expect(await read(`${entry}.d.ts`)).toContain('export');
});

it('marks the hooks, and nothing else, as client code', async () => {
  expect((await read('index.js')).split('\n')[0]).toMatch(/^['"]use client['"];$/);
  for (const entry of plainEntries) expect(await readWhole(`${entry}.js`)).not.toMatch(/['"]use client['"]/);
});

it('needs React in the hooks only', async () => {
  expect(await readWhole('index.js')).toMatch(/from ["']react["']/);
  for (const entry of plainEntries) expect(await readWhole(`${entry}.js`)).not.toMatch(/["']react(-dom)?["'/]/);
});

/** Bundles what a module imports from `dist`, as if nothing said that its files have no side effects. */
async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: fileURLToPath(dist) },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    plugins: [
      {
        name: 'sides',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^react$/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
          onResolve({ filter: /^\./ }, ({ path }) => ({
            path: fileURLToPath(new URL(path, dist)),
            sideEffects: true,
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]!.text;
}

it.each(entries)('runs nothing when %s is imported', async (entry) => {
  const text = await bundle(`import './${entry}.js'`);
  expect(text.replaceAll(/import\{[^}]*\}from"react";/g, '').trim()).toBe('');
});

it('lets a bundler keep one function and leave out the rest', async () => {
  expect((await bundle(`export { latest } from './core.js'`)).length).toBeLessThan(140);
  expect(await bundle(`export { createEventStreamParser } from './core.js'`)).not.toContain('RegExp');
});

it.each(entries)('has no import without names in %s, which bundlers warn of', async (entry) => {
  expect(await readWhole(`${entry}.js`)).not.toMatch(/import\s*["']/);
});
