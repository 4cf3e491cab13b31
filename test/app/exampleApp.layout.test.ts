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

test.each([
  [1280, 800],
  [1280, 720],
  [1440, 900],
  [375, 667],
  [375, 812],
])('the whole chat is in a window of %i x %i px, before and while an answer streams', async (width, height) => {
  const { page } = await app.open({ viewport: { width, height } });
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  const bottom = () => chat.evaluate((panel) => panel.getBoundingClientRect().bottom);
  expect(await bottom()).toBeLessThanOrEqual(height);
  expect(await bottom()).toBeGreaterThan(height - 40);

  await chat.getByRole('button', { name: 'Count until I stop you' }).click();
  await page.locator('.turn-answer', { hasText: '99, 100,' }).waitFor();
  expect(await bottom()).toBeLessThanOrEqual(height);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('the chat stays in view while the other panels scroll', async () => {
  const { page } = await app.open({ viewport: { width: 1280, height: 720 } });
  await page.getByRole('region', { name: 'Download' }).getByRole('button', { name: 'Start' }).click();
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);

  await expect
    .poll(() => page.locator('.composer').evaluate((composer) => composer.getBoundingClientRect().bottom))
    .toBeLessThan(720);
  expect(await page.locator('.masthead').evaluate((header) => header.getBoundingClientRect().top)).toBeCloseTo(16, 0);
});

test('the code of the chat opens below a chat that can still be used', async () => {
  const { page } = await app.open({ viewport: { width: 1280, height: 720 } });
  await page.getByText('useAnswer.ts').click();

  expect(await page.locator('.chat').evaluate((chat) => chat.clientHeight)).toBeGreaterThanOrEqual(320);
  const source = page.getByRole('region', { name: 'Source of useAnswer.ts' });
  await source.scrollIntoViewIfNeeded();
  const { top, bottom } = await source.evaluate((element) => element.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  // A page scrolls by whole pixels.
  expect(bottom).toBeLessThanOrEqual(721);
});

test.each([375, 1280])('a break and open thoughts change neither the chat nor its bar at %i px', async (width) => {
  const { page } = await app.open({ viewport: { width, height: 720 } });
  const boxes = () =>
    page
      .locator('.chat, .connection-bar')
      .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).offsetHeight));
  await page.getByRole('button', { name: 'How is the weather in Lima?' }).click();
  await page.locator('.turn-answer', { hasText: 'out of a window.' }).waitFor();
  const before = await boxes();
  await page.getByText('Thoughts').click();
  expect(await boxes()).toEqual(before);

  await page.locator('.connection-bar p').evaluate((line) => {
    line.textContent = 'Connection lost. The answer will continue.';
  });
  expect(await boxes()).toEqual(before);
});

test('every control is reached by Tab and shows its focus', async () => {
  const { page } = await app.open({ viewport: { width: 1280, height: 800 } });
  // A closed feed does not change meanwhile. A real click would move the start of the tabs.
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
