import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 10 });
});

afterAll(() => app.close());

/** Runs every panel at once and waits until each shows something of its stream. */
async function runAll(page: Page) {
  await page.getByRole('button', { name: 'Count until I stop you' }).click();
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('.turn-answer', { hasText: '5, 6,' }).waitFor();
  await page.getByText('The river').waitFor();
  await page.locator('.feed-event').nth(5).waitFor();
}

test.each([320, 375, 1280])('nothing scrolls sideways at %i px, with every panel running', async (width) => {
  const { page } = await app.open({ viewport: { width, height: 800 } });
  await runAll(page);
  for (const summary of await page.locator('summary').all()) await summary.click();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test.each([375, 1280])('no panel moves or grows while its stream runs at %i px', async (width) => {
  const { page } = await app.open({ viewport: { width, height: 800 } });
  const boxes = () =>
    page
      .locator('.panel')
      .evaluateAll((panels) =>
        panels.map((panel) => [panel as HTMLElement].map(({ offsetTop, offsetHeight }) => [offsetTop, offsetHeight])),
      );
  const before = await boxes();
  await runAll(page);

  expect(await boxes()).toEqual(before);
});

test('every control is reached by Tab and shows its focus', async () => {
  const { page } = await app.open({ viewport: { width: 1280, height: 800 } });
  // A closed feed does not enable and disable its buttons meanwhile. A real click would move the start of the tabs.
  await page.getByRole('button', { name: 'Close' }).dispatchEvent('click');
  await page.getByText('Closed.').waitFor();
  const count = await page.locator(':is(button:enabled, textarea, summary, section[tabindex]):visible').count();
  const outlines: string[] = [];
  for (let step = 0; step < count; step += 1) {
    await page.keyboard.press('Tab');
    outlines.push(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle));
  }

  expect(outlines).toEqual(outlines.map(() => 'solid'));
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('useDownload.ts');
});
