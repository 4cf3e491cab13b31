import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults, openRecipe, type Recipe } from './openRecipe.ts';

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('job-progress');
});

afterAll(() => recipe.close());

/** The kinds of the requests that a page has sent to its server. */
const sent = (requests: readonly string[]) =>
  requests.filter((request) => request.includes('/api/')).map((request) => request.replace(/[0-9a-f-]{36}/, '<id>'));

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('follows one job through a reload and a break, to its end', async () => {
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('button', { name: 'Export 40 photos' }).press('Enter');
  const exported = async () => Number(await page.getByRole('progressbar').getAttribute('value'));
  await expect.poll(exported).toBeGreaterThanOrEqual(5);
  const atReload = await exported();
  await page.reload();

  // The job continued meanwhile, and nothing has asked for another one.
  await expect.poll(exported).toBeGreaterThan(atReload);
  const [first, ...others] = sent(requests);
  expect([first, ...new Set(others)]).toEqual(['POST /api/jobs', 'GET /api/jobs/<id>']);
  expect(await findFaults(page)).toEqual([]);

  await page.getByText('All 40 photos are exported.').first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the album' }).click();
  await (await download).cancel();
  expect(complaints).toEqual([]);

  // The job is over, so the next load does not ask for it.
  const before = sent(requests).length;
  await page.reload();
  await page.getByText('Nothing is exported yet.').first().waitFor();
  expect(sent(requests)).toHaveLength(before);
  await page.close();
});

it('asks for what follows the last event after a break', async () => {
  const { page, complaints, requests } = await recipe.open();
  const lastEventIds: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/jobs/')) lastEventIds.push(request.headers()['last-event-id']);
  });
  await page.getByRole('button', { name: 'Export 40 photos' }).click();
  await page.getByText('All 40 photos are exported.').first().waitFor();

  expect(sent(requests)).toEqual(['POST /api/jobs', 'GET /api/jobs/<id>']);
  // The last event may be lost with the connection.
  expect(lastEventIds).toEqual([expect.stringMatching(/^2[45]$/)]);
  expect(recipe.answered()).toContainEqual(expect.stringContaining('the server has broken the connection'));
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('stops the job in a second tab too', async () => {
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('button', { name: 'Export 40 photos' }).click();
  await page.getByText(/^[1-9]\d* of 40 photos$/).waitFor();
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void open(location.href));
  const second = await opened;
  await second.getByText(/^[1-9]\d* of 40 photos$/).waitFor();

  await page.getByRole('button', { name: 'Stop' }).click();
  await page
    .getByText(/^Stopped at \d+ of 40 photos\.$/)
    .first()
    .waitFor();
  await second
    .getByText(/^Stopped at \d+ of 40 photos\.$/)
    .first()
    .waitFor();
  expect(sent(requests)).toEqual(['POST /api/jobs', 'DELETE /api/jobs/<id>']);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Export 40 photos');
  expect(complaints).toEqual([]);
  await second.close();
  await page.close();
});
