import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const dist = new URL('../../dist/', import.meta.url);
const read = (file: string) => readFile(new URL(file, dist), 'utf8');
const plainEntries = ['core', 'testing', 'providers'];
const entries = ['index', ...plainEntries];

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
  for (const entry of plainEntries) expect(await readWhole(`${entry}.js`)).not.toMatch(/["']react/);
});
