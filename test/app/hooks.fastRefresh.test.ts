import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plugin } from 'vite';
import { startDevelopmentApp, type DevelopmentApp } from '../support/startDevelopmentApp.ts';

let version = 'Version 1';

/** Stands for an editor: the component's source changes without its file. */
const editor: Plugin = {
  name: 'editor',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/Feed.tsx') ? code.replace('Version 1', version) : undefined),
};

let app: DevelopmentApp;

beforeAll(async () => {
  const root = fileURLToPath(new URL('fixtures/fastRefresh', import.meta.url));
  app = await startDevelopmentApp({ root, speed: 20, hmr: true, plugins: [editor] });
});

afterAll(() => app.close());

test('a component that is edited keeps its data, resumes its event source and does not send its POST again', async () => {
  const { page, complaints } = await app.open();
  const numbers = async () => (await page.getByRole('status').textContent())!.split(' ').map(Number);
  await expect.poll(numbers).toContain(3);
  await expect.poll(() => page.getByRole('paragraph').textContent()).toBe('done');
  // A reload would lose this mark, and prove nothing.
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const before = Math.max(...(await numbers()));

  version = 'Version 2';
  await app.vite.reloadModule((await app.vite.moduleGraph.getModuleByUrl('/Feed.tsx'))!);
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('Version 2');
  await expect.poll(async () => Math.max(...(await numbers()))).toBeGreaterThan(before + 2);

  const shown = await numbers();
  expect(shown).toEqual(shown.map((_, index) => index + 1));
  expect(app.requestsTo('/sse').map(({ headers }) => headers['last-event-id'] !== undefined)).toEqual([false, true]);
  expect(app.requestsTo('/chat')).toHaveLength(1);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  expect(complaints).toEqual([]);
});
