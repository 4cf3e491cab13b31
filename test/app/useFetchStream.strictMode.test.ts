import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevelopmentApp, type DevelopmentApp } from '../support/startDevelopmentApp.ts';

let app: DevelopmentApp;

beforeAll(async () => {
  app = await startDevelopmentApp({ root: fileURLToPath(new URL('fixtures/autoStart', import.meta.url)) });
});

afterAll(() => app.close());

test('an auto-started POST reaches the server once under StrictMode, and unmounting closes it', async () => {
  const { page, complaints } = await app.open();
  await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^Certainly/);
  expect(app.requestsTo('/chat').map(({ method, state }) => ({ method, state }))).toEqual([
    { method: 'POST', state: 'open' },
  ]);

  // The clock of the page is the server's: both run on this machine.
  const unmountedAt = await page.evaluate(() => {
    document.querySelector('button')!.click();
    return Date.now();
  });

  // Long before the answer ends by itself.
  await expect.poll(() => app.requestsTo('/chat')[0]!.state).toBe('aborted');
  console.log(`the server saw the end ${app.requestsTo('/chat')[0]!.closedAt! - unmountedAt} ms after the unmount`);
  expect(app.requestsTo('/chat')).toHaveLength(1);
  expect(complaints).toEqual([]);
});
