import { afterAll, beforeAll, expect, it } from 'vitest';
import { findEntries } from '../../../examples/recipes/typeahead/server/findEntries.ts';
import { findFaults, openRecipe, watchTexts, type Recipe } from './openRecipe.ts';

/** What the server finds, by the names that this version of Node knows. */
const find = (query: string) => findEntries(query, 10).map(({ name, kind }) => `${name} ${kind}`);

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('typeahead');
});

afterAll(() => recipe.close());

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('aborts the request of a query when the next key is pressed, and the list never empties in between', async () => {
  const before = recipe.answered().length;
  const { page, complaints, requests } = await recipe.open();
  const field = page.getByRole('combobox', { name: 'Country, currency or time zone' });
  const option = page.getByRole('option');
  await field.press('n');
  await option.first().waitFor();
  const lists = await watchTexts(page, '[role=listbox]');
  await field.press('e');
  await expect
    .poll(() => recipe.answered().slice(before))
    .toEqual(['GET /api/search?q=n&limit=10: the client has left']);
  // Until the new answer has ended, the list holds what was shown before.
  await page.getByRole('status').getByText('10 suggestions').waitFor();
  expect(await lists()).not.toContain('');

  await field.pressSequentially('w zea');
  await page.getByRole('status').getByText('2 suggestions').waitFor();
  expect(await option.allTextContents()).toEqual(find('new zea'));
  expect(await lists()).not.toContain('');
  const sent = requests.filter((request) => request.includes('/api/'));
  await expect.poll(() => recipe.answered().slice(before)).toHaveLength(sent.length);
  expect(recipe.answered().at(-1)).toBe('GET /api/search?q=new%20zea&limit=10: done');

  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('is used with the keyboard alone, and its focus stays in the field', async () => {
  const { page, complaints } = await recipe.open();
  const field = page.getByRole('combobox', { name: 'Country, currency or time zone' });
  const selected = page.getByRole('option', { selected: true });
  await field.focus();
  await page.keyboard.type('peru');
  const found = find('peru');
  await page.getByRole('status').getByText(`${found.length} suggestions`).waitFor();
  expect(await page.getByRole('option').allTextContents()).toEqual(found);

  await page.keyboard.press('ArrowUp');
  expect(await selected.textContent()).toBe(found.at(-1));
  await page.keyboard.press('ArrowDown');
  expect(await selected.textContent()).toBe('Peru Country');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await selected.getAttribute('id'));

  await page.keyboard.press('Enter');
  await page.getByText('You chose Peru (country).').waitFor();
  expect(await field.inputValue()).toBe('Peru');
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');

  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('');
  expect(complaints).toEqual([]);
  await page.close();
});

it('aborts its request when Escape closes the list, and a click chooses', async () => {
  const before = recipe.answered().length;
  const { page, complaints } = await recipe.open();
  const field = page.getByRole('combobox', { name: 'Country, currency or time zone' });
  await field.press('m');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => recipe.answered().slice(before))
    .toEqual(['GET /api/search?q=m&limit=10: the client has left']);
  expect(await page.getByRole('listbox').count()).toBe(0);
  expect(await field.inputValue()).toBe('m');

  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: find('m')[3]!, exact: true }).click();
  await page.getByText(/^You chose M.+ \(country\)\.$/).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

it('says that a search has failed, and tries again', async () => {
  const { page } = await recipe.open();
  await page.route('**/api/search?*', (route) => route.abort());
  await page.getByRole('combobox').fill('peru');
  await page.getByRole('alert').getByText('GET /api/search').waitFor();
  expect(await findFaults(page)).toEqual([]);

  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('option', { name: 'Peru Country' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.close();
});
