import { afterAll, it } from 'vitest';
import type { Page } from 'playwright';
import { openGallery } from './openGallery.ts';

const gallery = await openGallery();
afterAll(() => gallery.close());

const labs = ['network-lab-useeventsource--break-the-network', 'network-lab-usefetchstream--break-the-network'];

const laneOf = (page: Page, name: string) => page.locator('.lane', { hasText: name }).getByRole('definition');

it.concurrent.for(labs)('%s: the arrow keys set the network, and what is running feels it', async (id, { expect }) => {
  const { page, complaints } = await gallery.open(id);
  const drops = page.getByRole('slider', { name: 'Drop rate' });

  await drops.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => drops.getAttribute('aria-valuetext')).toBe('0.1 %');
  await page.keyboard.press('End');

  await expect.poll(() => page.getByText('The drop rate has struck').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await page.close();
});

it.concurrent.for(labs)('%s: a fault happens by keyboard, and leads to its page', async (id, { expect }) => {
  const { page, complaints } = await gallery.open(id);

  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');

  const report = page.getByRole('region', { name: 'The latest fault' });
  await expect.poll(() => report.innerText()).toContain('It has failed.');
  expect(await report.getByRole('link').getAttribute('href')).toMatch(/docs\/errors\/http\.md$/);
  expect(complaints).toEqual([]);
  await page.close();
});

it.concurrent.for(labs)(
  '%s: the cursor of the timeline follows the keys, and the stream continues',
  async (id, { expect }) => {
    const { page, complaints } = await gallery.open(id);
    const cursor = page.getByRole('slider', { name: 'time to look at' });
    await expect.poll(() => laneOf(page, 'Characters').innerText()).toMatch(/^[1-9]/);
    const shown = () => page.getByRole('region', { name: 'Streamed text' }).innerText();

    await cursor.focus();
    await page.keyboard.press('Home');
    expect(await laneOf(page, 'Bytes').innerText()).toBe('0 B in 0 chunks');
    await page.keyboard.press('ArrowRight');
    expect(await cursor.getAttribute('aria-valuetext')).toBe('0.05 s');
    const before = await shown();
    await expect.poll(shown).not.toBe(before);
    expect(await laneOf(page, 'Bytes').innerText()).toBe('0 B in 0 chunks');

    await page.getByRole('button', { name: 'Follow' }).press('Space');
    await expect.poll(() => laneOf(page, 'Bytes').innerText()).toMatch(/^[1-9]/);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

it.concurrent.for(labs)('%s: fits on a phone while it reports a fault', async (id, { expect }) => {
  const { page } = await gallery.open(id);
  await page.setViewportSize({ width: 375, height: 720 });
  await page.getByRole('button', { name: 'HTML' }).click();
  await page.getByText('It has failed.', { exact: true }).waitFor();

  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  expect(tooWide).toBeLessThanOrEqual(0);
  await page.close();
});

it.concurrent.for(labs)('%s: keeps the newest text in sight', async (id, { expect }) => {
  const { page } = await gallery.open(id);
  const text = page.getByRole('region', { name: 'Streamed text' });
  await page.setViewportSize({ width: 375, height: 720 });
  // More text than the box can show.
  await expect
    .poll(() => text.evaluate((box) => box.scrollHeight - box.clientHeight), { timeout: 20_000 })
    .toBeGreaterThan(10);

  const hidden = await text.evaluate((box) => {
    const end = box.firstElementChild!.getBoundingClientRect().bottom;
    return Math.round(end - box.getBoundingClientRect().bottom);
  });

  expect(hidden).toBeLessThanOrEqual(0);
  await page.close();
});
