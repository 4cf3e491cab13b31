import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { ProxyOptions } from 'vite';
import { startDevelopmentApp, type DevelopmentApp } from '../support/startDevelopmentApp.ts';
import viteConfig from './fixtures/viteProxy/vite.config.ts';

/** For a machine that is busy with other browsers. */

// What docs/guides/behind-proxies.md says about Vite's development proxy, and the configuration that it shows.
const documentedProxy = viteConfig.server!.proxy!['/api'] as ProxyOptions;

let app: DevelopmentApp;

afterEach(() => app.close());

/** Opens the feed, which the server cuts after eight events, through the proxy. */
async function openFeed(proxy: ProxyOptions, speed = 20) {
  app = await startDevelopmentApp({ speed, proxy });
  const { page } = await app.open();
  const panel = page.getByRole('region', { name: 'Live feed' });
  return {
    page,
    panel,
    status: () => panel.locator('.status-pill').textContent(),
    countEvents: () => panel.locator('.feed-event').count(),
    states: () => app.requestsTo('/sse').map(({ state }) => state),
  };
}

/** Sends a request through the proxy, so that whatever the proxy did before it has reached the page. */
const askThroughProxy = (page: Page) => page.evaluate(async () => (await fetch('/api/echo')).status);

test("Vite's proxy hides a connection that the server broke: the page still waits", async () => {
  const { page, status, countEvents, states } = await openFeed({});
  await expect.poll(states).toEqual(['cut']);
  await expect.poll(countEvents).toBe(8);
  expect(await askThroughProxy(page)).toBe(200);

  expect(await status()).toBe('Status: open');
  expect(states()).toEqual(['cut']);
});

test('with the documented configuration, the page sees the broken connection and the feed resumes', async () => {
  const { panel, countEvents, states } = await openFeed(documentedProxy);
  await expect.poll(countEvents).toBeGreaterThan(16);

  expect(states().slice(0, 2)).toEqual(['cut', 'cut']);
  const ids = await panel.locator('.feed-id').allTextContents();
  expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
});

test.each([
  ['without', {}],
  ['with', documentedProxy],
])('a request that the page aborts is aborted at the server, %s the documented configuration', async (_, proxy) => {
  // Slow enough that the page leaves before the server cuts the feed.
  const { panel, countEvents, states } = await openFeed(proxy, 1);
  await expect.poll(countEvents).toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'Close' }).click();

  await expect.poll(states).toEqual(['aborted']);
});

test.each([
  ['without', {}],
  ['with', documentedProxy],
])('a server that is down is answered with 502 by Vite, %s the documented configuration', async (_, proxy) => {
  const { page } = await openFeed(proxy);
  await app.server.close();

  expect(await askThroughProxy(page)).toBe(502);
});
