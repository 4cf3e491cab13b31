import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 2 });
});

afterAll(() => app.close());

async function openDownload() {
  const { page, complaints } = await app.open();
  const panel = page.getByRole('region', { name: 'Download' });
  const progress = () => panel.getByRole('progressbar').evaluate((element: HTMLProgressElement) => element.value);
  return { page, panel, complaints, progress };
}

test('the progress of a download reaches 100 %, and the whole file can be saved', async () => {
  const { page, panel, complaints, progress } = await openDownload();
  const seen: number[] = [];
  await panel.getByRole('button', { name: 'Start' }).click();
  await expect
    .poll(
      async () => {
        seen.push(await progress());
        return panel.locator('.status-pill').textContent();
      },
      { interval: 20, timeout: 10_000 },
    )
    .toBe('Status: done');

  expect(await progress()).toBe(1);
  expect(seen.some((value) => value > 0 && value < 1)).toBe(true);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await panel.getByText('100 %').waitFor();
  await panel.getByText('512 kB of 512 kB').waitFor();

  const saved = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save' }).click();
  expect((await readFile(await (await saved).path())).length).toBe(512_000);
  expect(complaints).toEqual([]);
});

test('Stop in the middle aborts at the server and keeps the progress', async () => {
  const { panel, progress } = await openDownload();
  await panel.getByRole('button', { name: 'Start' }).click();
  await expect.poll(progress).toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'Stop' }).click();

  await expect.poll(() => app.requestsTo('/txt').at(-1)!.state).toBe('aborted');
  await expect.poll(() => panel.locator('.status-pill').textContent()).toBe('Status: stopped');
  expect(await progress()).toBeGreaterThan(0);
  expect(await progress()).toBeLessThan(1);
});
