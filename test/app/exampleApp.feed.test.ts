import { afterAll, beforeAll, expect, test } from 'vitest';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 20 });
});

afterAll(() => app.close());

test('the feed loses and doubles nothing over five cut connections', async () => {
  const { page, complaints } = await app.open();
  const feed = page.getByRole('region', { name: 'Live feed' });
  const cuts = () => app.requestsTo('/sse').filter(({ state }) => state === 'cut').length;
  await expect.poll(cuts, { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
  await expect.poll(() => feed.locator('.feed-event').count(), { timeout: 10_000 }).toBeGreaterThan(40);
  await feed.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => app.requestsTo('/sse').some(({ state }) => state === 'open')).toBe(false);

  const ids = await feed.locator('.feed-id').allTextContents();
  expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
  const numbers = await feed.locator('.feed-event:not(:has(.feed-type)) > :last-child').allTextContents();
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
  expect(app.requestsTo('/sse').map(({ headers }) => headers['last-event-id'])).toEqual(
    app.requestsTo('/sse').map((_, index) => (index === 0 ? undefined : String(index * 8))),
  );
  expect(complaints).toEqual([]);
});

test('Close ends the connection for good, and Connect goes on after the last event', async () => {
  const { page } = await app.open();
  const feed = page.getByRole('region', { name: 'Live feed' });
  await expect.poll(() => feed.locator('.feed-event').count()).toBeGreaterThan(2);
  await feed.getByRole('button', { name: 'Close' }).click();
  await feed.getByText('Closed').first().waitFor();
  const seen = await feed.locator('.feed-id').last().textContent();
  const requests = app.requestsTo('/sse').length;

  await feed.getByRole('button', { name: 'Connect' }).click();
  await expect.poll(() => app.requestsTo('/sse').length).toBe(requests + 1);
  expect(app.requestsTo('/sse').at(-1)!.headers['last-event-id']).toBe(seen);
});

test('a cut feed counts down to its next attempt', async () => {
  const { page } = await app.open();
  const feed = page.getByRole('region', { name: 'Live feed' });

  await feed.getByText(/Next attempt in \d\.\d s|Trying again/).waitFor();
  await expect.poll(() => feed.locator('.status-pill').textContent()).toBe('Status: open');
});
