import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { openSite } from './openSite.ts';

const site = await openSite();
afterAll(() => site.close());

it('finds an option by its name', async () => {
  const { page } = await site.open('/');
  const box = page.locator('.VPLocalSearchBox');
  const openSearch = async () => {
    await page.keyboard.press('Control+k');
    return box.isVisible();
  };
  // The first key may come before the page listens.
  await expect.poll(openSearch).toBe(true);
  await box.getByRole('searchbox').fill('idleTimeout');
  await box.locator('.result').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#idletimeout/);
  await page.getByRole('heading', { name: 'idleTimeout' }).waitFor();
});

it('shows a story that streams, in the color scheme of the page', async () => {
  const { page } = await site.open('/', 'dark');
  const story = page.frameLocator('iframe');
  await expect.poll(() => story.locator('.demo').innerText(), { timeout: 15_000 }).toMatch(/A stream\s+is a response/);
  expect(await story.locator('html').getAttribute('data-color-scheme')).toBe('dark');
});

it('loads at most 150 kB of script, and nothing moves while it loads', async () => {
  const { page } = await site.open('/');
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  );
  const bodies = await Promise.all(scripts.map(async (script) => (await fetch(script)).arrayBuffer()));
  const size = bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // The observer is not called if nothing moved.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
  expect(scripts.length).toBeGreaterThan(1);
  expect(size).toBeLessThan(150_000);
  expect(shift).toBe(0);
});
