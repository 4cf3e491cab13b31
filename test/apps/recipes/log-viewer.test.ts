import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLog } from '../../../examples/recipes/log-viewer/server/writeLog.ts';
import { findFaults, openRecipe, type Recipe } from './openRecipe.ts';

const size = 200_000_000;
const lines = Array.from(writeLog(size)).join('').split('\n');
const write = (count: number) => count.toLocaleString('en');

/** The whole log takes some ten seconds, and more on a busy machine. */
const patience = { timeout: 90_000 };

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('log-viewer');
});

afterAll(() => recipe.close());

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('shows 200 MB by one request, keeps little more than its text, and finds every line', async () => {
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('status').getByText('Complete').waitFor(patience);
  await page.getByText(`${write(lines.length)} lines`, { exact: true }).waitFor();
  await page.getByRole('listitem').getByText(lines.at(-1)!).waitFor();
  expect(await page.getByRole('listitem').count()).toBeLessThan(120);
  expect(await measureHeap(page)).toBeLessThan(1.2 * size);

  await page.getByRole('searchbox', { name: 'Find' }).fill('TIMED OUT');
  const found = lines.filter((line) => line.includes('timed out'));
  await page.getByText(`${write(found.length)} of ${write(lines.length)} lines`, { exact: true }).waitFor();
  await page.getByRole('listitem').getByText(found.at(-1)!).waitFor();

  expect(requests.filter((request) => request.includes('/api/'))).toEqual(['GET /api/log']);
  expect(recipe.answered()).toEqual(['GET /api/log: done']);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('follows the end until its reader scrolls up', async () => {
  const { page, complaints } = await recipe.open();
  const follow = page.getByRole('checkbox', { name: 'Follow the end' });
  const region = page.getByRole('region', { name: 'Lines' });
  const distance = () => region.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop);
  await page.getByText(/^\d{2,3},\d{3} lines$/).waitFor();
  expect(await follow.isChecked()).toBe(true);

  await region.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(() => follow.isChecked()).toBe(false);
  const top = await region.evaluate((list) => list.scrollTop);
  const before = await distance();
  await expect.poll(distance).toBeGreaterThan(before + 1000);
  expect(await region.evaluate((list) => list.scrollTop)).toBe(top);

  await region.focus();
  await page.keyboard.press('End');
  await expect.poll(() => follow.isChecked()).toBe(true);
  await expect.poll(distance).toBeLessThan(1);
  expect(complaints).toEqual([]);
  await page.close();
});

it('stops, tells the server, keeps the lines, and loads again', async () => {
  const before = recipe.answered().length;
  const { page, complaints, requests } = await recipe.open();
  await page.getByText(/^\d{2,3},\d{3} lines$/).waitFor();
  await page.getByRole('button', { name: 'Stop' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Stopped').waitFor();
  await expect.poll(() => recipe.answered().slice(before)).toContain('GET /api/log: the client has left');
  const kept = Number(/[\d,]+/.exec((await page.getByText(/^[\d,]+ lines$/).textContent())!)![0].replaceAll(',', ''));
  await page
    .getByRole('listitem')
    .getByText(lines[kept - 2]!)
    .waitFor();
  expect(requests.filter((request) => request.includes('/api/'))).toHaveLength(1);

  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Streaming').waitFor();
  expect(requests.filter((request) => request.includes('/api/'))).toHaveLength(2);
  expect(complaints).toEqual([]);
  await page.close();
});

/** Collects the garbage, and returns how many bytes the heap of the page holds. */
async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
