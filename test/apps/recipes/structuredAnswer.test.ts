import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults, openRecipe, watchGrowth, type Recipe } from './openRecipe.ts';

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('structured-answer');
});

afterAll(() => recipe.close());

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('shows each stop while it arrives, and offers the plan once it is valid', async () => {
  const { page, complaints, requests } = await recipe.open();
  const partsOf = await watchGrowth(page, 'li strong');
  await page.getByRole('combobox', { name: 'City' }).press('Enter');
  await page.getByText('45 min').waitFor();
  expect(await page.getByRole('link', { name: 'Save the plan' }).count()).toBe(0);
  await page.getByText('The plan has 5 stops.').waitFor();

  expect(await partsOf('Breakfast at the market')).not.toEqual([]);
  await page.getByText('Altogether 5 h 0 min.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the plan' }).click();
  expect((await download).suggestedFilename()).toBe('trip.json');
  expect(requests.filter((request) => request.includes('/api/'))).toEqual(['POST /api/trip']);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('stops at Escape, tells the server, and keeps what has arrived', async () => {
  const before = recipe.answered().length;
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('button', { name: 'Plan' }).click();
  await page.getByText('Stop 1: Breakfast at the market').waitFor();
  await page.keyboard.press('Escape');

  await page.getByText('Stopped. Complete stops: 1.').waitFor();
  await expect.poll(() => recipe.answered().slice(before)).toEqual(['POST /api/trip: the client has left']);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Plan');
  expect(await page.getByRole('link', { name: 'Save the plan' }).count()).toBe(0);
  expect(requests.filter((request) => request.includes('/api/'))).toHaveLength(1);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it.each([
  ['Nowhere', 'stops[5].minutes'],
  ['Off the map', 'The connection was lost.'],
])('does not offer a plan for %s', async (city, problem) => {
  const { page, complaints } = await recipe.open();
  await page.getByRole('combobox', { name: 'City' }).fill(city);
  await page.keyboard.press('Enter');

  await page.getByRole('alert').getByText(problem).waitFor();
  await page.getByText('45 min').waitFor();
  expect(await page.getByRole('link', { name: 'Save the plan' }).count()).toBe(0);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
