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
  await expect.poll(() => feed.locator('.feed-event').count()).toBeGreaterThan(40);
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

test('Close ends the connection, and Connect resumes after the last event', async () => {
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
  // Slow enough that the wait can be seen; a random wait that is too short is followed by another cut.
  const slow = await startExampleApp({ speed: 2 });
  try {
    const { page } = await slow.open();
    const feed = page.getByRole('region', { name: 'Live feed' });

    await feed.getByText(/Attempt \d+ in \d\.\d s/).waitFor();
    await expect.poll(() => feed.locator('.status-pill').textContent()).toBe('Status: open');
  } finally {
    await slow.close();
  }
});

test('Take server down closes the port: every stream breaks, the feed counts its attempts, and then each resumes', async () => {
  const slow = await startExampleApp({ speed: 4 });
  try {
    const { page } = await slow.open();
    const feed = page.getByRole('region', { name: 'Live feed' });
    const chat = page.getByRole('region', { name: 'Chat', exact: true });
    const attempts = new Set<string>();
    await feed.locator('.feed-event').first().waitFor();
    await chat.getByRole('button', { name: 'Count until I stop you' }).click();
    await chat.getByText('5, 6,').waitFor();

    await feed.getByRole('button', { name: 'Take server down for 10 s' }).press('Enter');
    const countdown = feed.getByRole('button', { name: /^Server down for \d\.\d s$/ });
    await countdown.waitFor();
    await expect(fetch(slow.server.url)).rejects.toThrow('fetch failed');
    await chat.locator('.connection-bar', { hasText: 'Connection lost.' }).waitFor();
    const shown = (await chat.locator('.turn-answer').textContent())!;
    await expect
      .poll(
        async () => {
          const [attempt] = /Attempt \d/.exec((await feed.textContent())!) ?? [];
          if (attempt) attempts.add(attempt);
          return attempts.size;
        },
        { interval: 10, timeout: 10_000 },
      )
      .toBeGreaterThan(1);
    // The button that was pressed keeps the focus, though it does nothing meanwhile.
    expect(await countdown.evaluate((button) => button === document.activeElement)).toBe(true);

    const seen = await feed.locator('.feed-event').count();
    await feed.getByRole('button', { name: 'Take server down for 10 s' }).waitFor();
    // The random wait before the next attempt may be long. The button does nothing if the feed is open already.
    await feed.getByRole('button', { name: 'Try now' }).click({ force: true });
    await expect.poll(() => feed.locator('.feed-event').count(), { timeout: 15_000 }).toBeGreaterThan(seen + 2);
    const ids = await feed.locator('.feed-id').allTextContents();
    expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
    // The answer continues as well.
    await expect
      .poll(async () => (await chat.locator('.turn-answer').textContent())!.length, { timeout: 15_000 })
      .toBeGreaterThan(shown.length + 20);
  } finally {
    await slow.close();
  }
});

test('Try now keeps the focus after it has been pressed', async () => {
  const { page } = await app.open();
  const feed = page.getByRole('region', { name: 'Live feed' });
  const button = feed.getByRole('button', { name: 'Try now' });
  await button.focus();
  await expect.poll(() => button.getAttribute('aria-disabled'), { interval: 5 }).toBe('false');
  await page.keyboard.press('Enter');

  await expect.poll(() => feed.locator('.status-pill').textContent()).toBe('Status: open');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('two tabs share the connection of the feed, and the second one continues when the first is closed', async () => {
  const slow = await startExampleApp({ speed: 4 });
  try {
    const { page } = await slow.open();
    const panelOf = (tab: typeof page) => tab.getByRole('region', { name: 'Live feed' });
    await panelOf(page).locator('.feed-event').first().waitFor();
    await panelOf(page).getByText('This tab is connected. Open another one.').waitFor();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await panelOf(second).getByText('Another tab is connected, and this one follows.').waitFor();
    await panelOf(page).getByText('This tab is connected, and 1 follows.').waitFor();
    await panelOf(second).locator('.feed-event').first().waitFor();
    expect(slow.requestsTo('/sse').filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
    const first = await panelOf(second).locator('.feed-id').first().textContent();

    await page.close();
    await panelOf(second).getByText('This tab is connected. Open another one.').waitFor();
    const seen = await panelOf(second).locator('.feed-event').count();
    await expect.poll(() => panelOf(second).locator('.feed-event').count()).toBeGreaterThan(seen + 2);
    const ids = await panelOf(second).locator('.feed-id').allTextContents();
    expect(ids).toEqual(ids.map((_, index) => String(Number(first) + index)));
  } finally {
    await slow.close();
  }
});
