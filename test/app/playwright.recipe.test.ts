import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

// A real server and a real browser: a route that Playwright fulfils sends its whole body at once, so it cannot stream.
let app: ExampleApp;
let page: Page;

beforeAll(async () => {
  app = await startExampleApp({ speed: 4 });
});

afterAll(() => app.close());

beforeEach(async () => {
  ({ page } = await app.open());
  return () => page.close();
});

const panel = (name: string) => page.getByRole('region', { name, exact: true });

test('a word of the answer is on the page before the last one was sent', async () => {
  await panel('Chat').getByRole('textbox').fill('Count, please');
  await panel('Chat').getByRole('button', { name: 'Send' }).click();

  await panel('Messages').getByText('Certainly.').waitFor();
  expect(app.requestsTo('/chat').at(-1)?.state).toBe('open');
});

test('Stop ends the request at the server', async () => {
  await panel('Chat').getByRole('button', { name: 'Count until I stop you' }).click();
  await panel('Messages').getByText('Certainly.').waitFor();

  await panel('Chat').getByRole('button', { name: 'Stop' }).click();

  await expect.poll(() => app.server.requests.some(({ method }) => method === 'DELETE')).toBe(true);
  await expect.poll(() => app.requestsTo('/chat').at(-1)?.state).not.toBe('open');
});

test('a feed that the server cuts resumes after its last event', async () => {
  const lastEventIds = () => app.requestsTo('/sse').map(({ headers }) => headers['last-event-id']);

  await expect.poll(lastEventIds, { timeout: 10_000 }).toContain('8');

  await panel('Events').getByText('9', { exact: true }).first().waitFor();
});

test('leaving the page ends every request', async () => {
  await panel('Live feed').getByText('Status: open').waitFor();

  await page.close();

  await expect.poll(() => app.server.requests.filter(({ state }) => state === 'open')).toEqual([]);
});
