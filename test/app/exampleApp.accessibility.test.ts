import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

const liveRegions = '[aria-live], [role=status], [role=alert], [role=log], output';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 4 });
});

afterAll(() => app.close());

/** Gathers the texts that the live region of the chat has from now on. */
const recordRegion = (page: Page) =>
  page.evaluateHandle(() => {
    const region = document.querySelector('output')!;
    const texts: string[] = [];
    new MutationObserver(() => texts.push(region.textContent)).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return texts;
  });

test.each(['light', 'dark'] as const)(
  'axe finds no fault in the %s scheme, streams and code included',
  async (colorScheme) => {
    const { page } = await app.open({ colorScheme });
    await page.getByRole('button', { name: 'Count until I stop you' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('.turn-answer', { hasText: '5, 6,' }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).first().click();
    await page.getByText('Stopped.').waitFor();

    await page.evaluate(axe.source);
    const violations = await page.evaluate(
      async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  },
);

test('nothing is animated for a reader who asks for less motion', async () => {
  const { page } = await app.open({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Count until I stop you' }).click();
  await page.locator('.is-typing').waitFor();

  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('the answer is announced whole in one polite live region, by whole sentences', async () => {
  const { page } = await app.open();
  const announcements = await recordRegion(page);
  await page.getByRole('button', { name: 'Tell me a story' }).click();

  await expect
    .poll(async () => (await announcements.jsonValue()).join(''), { timeout: 10_000 })
    .toBe(answerTo('Tell me a story'));
  expect((await announcements.jsonValue()).slice(0, -1).filter((text) => !/[.”]\s*$/.test(text))).toEqual([]);
  expect(await page.locator(liveRegions).count()).toBe(1);
});

test('a break is announced in the region of the answer, which is not read again', async () => {
  const lost = 'Connection lost. The answer will continue.';
  const { page } = await app.open();
  await page.getByRole('button', { name: 'Count until I stop you' }).click();
  await page.getByText('5, 6,').waitFor();
  const announcements = await recordRegion(page);
  await page.getByRole('button', { name: 'Drop connection' }).click();

  // The sentence comes, and goes when the answer continues.
  await expect
    .poll(async () => (await announcements.jsonValue()).map((text) => text.endsWith(lost)))
    .toEqual(expect.arrayContaining([true, false]));
  await expect.poll(() => page.locator('output').textContent()).not.toContain(lost);
  const parts = (await announcements.jsonValue()).map((text) => text.replace(lost, ''));
  const changes = parts.filter((part, index) => part !== parts[index - 1]);
  expect(changes, 'no part of the answer comes again').toEqual([...new Set(changes)]);
  expect(await page.locator('output').getAttribute('aria-atomic')).toBe('false');
  expect(await page.locator(liveRegions).count()).toBe(1);
  await page.keyboard.press('Escape');
});
