import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults, openRecipe, watchGrowth, type Recipe } from './openRecipe.ts';

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('chat');
});

afterAll(() => recipe.close());

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('asks for the results of its tools with a second request, and keeps the conversation', async () => {
  const { page, complaints, requests } = await recipe.open();
  const question = page.getByRole('textbox', { name: 'Question' });
  await question.fill('How is the weather in Lima and in Oslo?');
  const partsOf = await watchGrowth(page, 'code');
  await question.press('Enter');
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByText('Thoughts').click();
  await messages.getByText('I do not know the weather in Lima and Oslo').waitFor();
  await messages.getByText('These figures are invented.').waitFor();
  // The input of a tool grows while it is written.
  expect(await partsOf('{"city":"Lima"}')).not.toEqual([]);
  expect(await page.getByText(/^\{"city":"\w+","celsius":\d+/).count()).toBe(2);
  await page.getByRole('button', { name: 'Send' }).waitFor();

  await question.fill('What is a stream?');
  await question.press('Enter');
  await messages.getByText('This was question number 2').waitFor();
  await page.getByRole('button', { name: 'Send' }).waitFor();

  expect(requests.filter((request) => request.includes('/api/'))).toEqual([
    'POST /api/chat',
    'GET /api/weather',
    'GET /api/weather',
    'POST /api/chat',
    'POST /api/chat',
  ]);
  expect(await page.locator('[aria-live]').count()).toBe(1);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('stops at Escape, tells the server, and sends nothing by itself', async () => {
  const before = recipe.answered().length;
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('button', { name: 'What is a stream?' }).click();
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByText('A stream is a').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Stopped', { exact: true }).waitFor();

  await expect.poll(() => recipe.answered().slice(before)).toEqual(['POST /api/chat: the client has left']);
  await messages.getByText('A stream is a').waitFor();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual(['POST /api/chat']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Messages');
  expect(complaints).toEqual([]);

  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Send' }).waitFor();
  expect(requests.filter((request) => request.includes('/api/'))).toHaveLength(2);
  await page.close();
});

it('keeps what has arrived of an answer that breaks, and asks again with the same question', async () => {
  const { page, complaints } = await recipe.open();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Break the connection' }).click();
  await page.getByRole('alert').getByText('The connection was lost.').waitFor();
  await page.getByRole('region', { name: 'Messages' }).getByText('In the middle of').waitFor();
  expect(await findFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(await page.getByText('Break the connection').count()).toBe(1);
  expect(complaints).toEqual([]);
  await page.close();
});
