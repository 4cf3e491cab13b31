import { afterAll, beforeAll, expect, test } from 'vitest';
import { startExampleServer } from '../support/startExampleServer.ts';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp();
  await app.server.close();
});

afterAll(() => app.close());

test('each panel says that the server cannot be reached, and the feed keeps trying', async () => {
  const { page } = await app.open();
  const panel = (name: string) => page.getByRole('region', { name, exact: true });
  await panel('Chat').getByRole('textbox').fill('Hello?');
  await page.keyboard.press('Enter');
  await panel('Song').getByRole('button', { name: 'Play' }).click();
  await panel('Download').getByRole('button', { name: 'Start' }).click();

  const complaint = new RegExp(app.server.url);
  await panel('Chat').locator('.turn-note', { hasText: complaint }).waitFor();
  await panel('Song').getByText(complaint).waitFor();
  await panel('Download').getByText(complaint).waitFor();
  await expect.poll(() => panel('Live feed').locator('.status-pill').textContent()).toBe('Status: reconnecting');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});

test('Try again asks the same question once the server is back, and the feed comes back by itself', async () => {
  const { page } = await app.open();
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  await chat.getByRole('textbox').fill('Hello?');
  await page.keyboard.press('Enter');
  await chat.getByText('failed').first().waitFor();

  const server = await startExampleServer({ port: Number(new URL(app.server.url).port), speed: 10 });
  try {
    await chat.getByRole('button', { name: 'Try again' }).click();
    await chat.locator('.turn-answer', { hasText: 'You wrote “Hello?”.' }).waitFor();
    expect(await chat.locator('.turn').count()).toBe(1);
    expect(await chat.getByText('failed').count()).toBe(0);
    await page.locator('.feed-event').first().waitFor();
  } finally {
    await server.close();
  }
});
