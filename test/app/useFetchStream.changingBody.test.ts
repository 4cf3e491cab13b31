import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevelopmentApp, type DevelopmentApp } from '../support/startDevelopmentApp.ts';

let app: DevelopmentApp;

beforeAll(async () => {
  app = await startDevelopmentApp({ root: fileURLToPath(new URL('fixtures/changingBody', import.meta.url)) });
});

afterAll(() => app.close());

test('a POST whose body holds the time of the render stops after a few requests, and says what to do', async () => {
  const { page, complaints } = await app.open();
  await expect.poll(() => page.getByRole('status').textContent(), { timeout: 10_000 }).toBe('error');
  expect(await page.getByRole('alert').textContent()).toContain('`key`');
  const sent = app.requestsTo('/chat').length;
  expect(sent).toBeLessThanOrEqual(5);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(app.requestsTo('/chat')).toHaveLength(sent);
  expect(complaints).toEqual([]);
});
