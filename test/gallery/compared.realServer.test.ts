import { afterAll, expect, inject, it } from 'vitest';
import { openGallery } from './openGallery.ts';
import { serveRealAnswers } from './serveRealAnswers.ts';

const gallery = await openGallery();
const server = await serveRealAnswers();
afterAll(() => Promise.all([gallery.close(), server.close()]));

/** Runs the comparison in the gallery at `url`, and reads what became of each client. */
async function compare(url: string, fault: string) {
  const page = await gallery.openComparison(url, fault);
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('All clients have run').waitFor({ state: 'attached' });
  const rows = await page.locator('.compared__results tbody tr').all();
  const results = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  const requests = (await page.locator('.compared__requests').allInnerTexts()).map(nameRest);
  await page.close();
  // The columns after Doubled are times and renders, which vary.
  return { results: results.map((cells) => cells.slice(0, 5)), requests };
}

/**
 * Names the rest of an answer, however long it is. What a server has sent before it cuts a real connection may be lost on
 * the way.
 */
function nameRest(requests: string): string {
  return requests.replaceAll(/after event (\d+): (\d+) tokens/g, (_text, last, rest) => {
    expect(Number(last) + Number(rest)).toBe(5000);
    return 'after its last event: the rest';
  });
}

it.each(['cut', 'early'])('every client ends as it does with a real server: %s', async (fault) => {
  const [real, simulated] = await Promise.all([compare(`${server.url}/`, fault), compare(inject('galleryUrl'), fault)]);

  expect(simulated).toEqual(real);
  expect(real.results).toHaveLength(4);
});
