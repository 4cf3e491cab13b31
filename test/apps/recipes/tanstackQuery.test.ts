import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults, openRecipe, type Recipe } from './openRecipe.ts';

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('tanstack-query');
});

afterAll(() => recipe.close());

const sent = (requests: readonly string[]) => requests.filter((request) => request.includes('/api/'));

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('asks each question once, however often its answer is shown', async () => {
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('textbox', { name: 'Question' }).fill('How many?');
  await page.keyboard.press('Enter');
  await page.getByText(/^\d+ words so far$/).waitFor();
  await page.getByText(/^\d+ words$/).waitFor();
  expect(sent(requests)).toEqual(['POST /api/answer']);

  await page.getByRole('button', { name: 'Why is a cache useful?' }).click();
  await page.getByText(/^\d+ words$/).waitFor();
  await page.getByRole('button', { name: 'How many?' }).click();
  await page.getByText(/^\d+ words$/).waitFor();
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new Event('focus'));
  });
  expect(sent(requests)).toEqual(['POST /api/answer', 'POST /api/answer']);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('stops at Escape, tells the server, and never takes a part for the whole', async () => {
  const before = recipe.answered().length;
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('button', { name: 'What is a stream?' }).click();
  await page.getByText(/^\d\d words so far$/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('This answer was stopped before its end.').waitFor();
  await expect.poll(() => recipe.answered().slice(before)).toEqual(['POST /api/answer: the client has left']);

  // It is neither asked again by itself, nor shown as complete.
  await page.getByRole('button', { name: 'Break the connection' }).click();
  await page.getByRole('alert').getByText('The connection was lost.').waitFor();
  await page.getByRole('button', { name: 'What is a stream?' }).click();
  await page.getByText('This answer was stopped before its end.').waitFor();
  expect(sent(requests)).toHaveLength(2);
  expect(await findFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Ask again' }).press('Enter');
  await page.getByText(/^\d+ words$/).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ask again');
  expect(sent(requests)).toHaveLength(3);
  expect(complaints).toEqual([]);
  await page.close();
});

it('aborts the request of an answer that nobody shows any longer, and says that it is incomplete', async () => {
  const { page } = await recipe.open();
  const before = recipe.answered().length;
  await page.getByRole('button', { name: 'What is a stream?' }).click();
  await page.getByText(/^\d\d words so far$/).waitFor();
  await page.getByRole('button', { name: 'Why is a cache useful?' }).click();
  await expect.poll(() => recipe.answered().slice(before)).toContain('POST /api/answer: the client has left');

  await page.getByRole('button', { name: 'What is a stream?' }).click();
  await page.getByText('This answer was stopped before its end.').waitFor();
  await page.close();
});
