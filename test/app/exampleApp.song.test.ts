import { afterAll, beforeAll, expect, test } from 'vitest';
import { song } from '../../examples/server/song.js';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 20 });
});

afterAll(() => app.close());

test('the song ends on its end event, does not show it, and closes the connection', async () => {
  const { page, complaints } = await app.open();
  const panel = page.getByRole('region', { name: 'Song' });
  const lyrics = () => panel.getByRole('region', { name: 'Lyrics' }).textContent();
  await panel.getByRole('button', { name: 'Play' }).click();

  await expect.poll(() => panel.locator('.status-pill').textContent(), { timeout: 20_000 }).toBe('Status: closed');
  expect(await lyrics()).toBe(song);
  await expect.poll(() => app.requestsTo('/article').map(({ state }) => state)).toEqual(['aborted']);

  await panel.getByRole('button', { name: 'Play' }).click();
  await expect.poll(lyrics).toMatch(/^The river(?!.*🌙)/s);
  expect(complaints).toEqual([]);
});

test('Stop keeps what was sung', async () => {
  const { page } = await app.open();
  const panel = page.getByRole('region', { name: 'Song' });
  const lyrics = () => panel.getByRole('region', { name: 'Lyrics' }).textContent();
  await panel.getByRole('button', { name: 'Play' }).click();
  await expect.poll(lyrics).toContain('The river');
  await panel.getByRole('button', { name: 'Stop' }).click();

  await expect.poll(() => app.requestsTo('/article').at(-1)!.state).toBe('aborted');
  expect(song.startsWith((await lyrics())!)).toBe(true);
});
