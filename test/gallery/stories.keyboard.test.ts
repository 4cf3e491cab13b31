import { afterAll, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { listStories, openGallery } from './openGallery.ts';

const gallery = await openGallery();
afterAll(() => gallery.close());

/** Presses Enter on a button, and waits until the story has drawn what follows. A button may have left after another one. */
async function press(page: Page, index: number): Promise<{ label: string; focused: string } | undefined> {
  const button = page.locator('#storybook-root button').nth(index);
  if ((await button.count()) === 0) return undefined;
  await button.focus();
  const label = await button.innerText();
  await page.keyboard.press('Enter');
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  const focused = await page.evaluate(() => document.activeElement?.tagName ?? 'nothing');
  return { label, focused };
}

it.concurrent.each(await listStories())('%s: Enter on a button keeps the focus', async (_label, id) => {
  const { page } = await gallery.open(id);
  const buttons = page.locator('#storybook-root button');
  const count = await buttons.count();

  const lost: string[] = [];
  // Twice, because a button such as Start and Stop has two labels.
  for (const index of [...Array(count).keys()].flatMap((each) => [each, each])) {
    const pressed = await press(page, index);
    if (pressed && ['BODY', 'nothing'].includes(pressed.focused)) lost.push(`${pressed.label}: ${pressed.focused}`);
  }

  expect(lost).toEqual([]);
  expect((await page.locator('#storybook-root').getByRole('combobox').count()) + count).toBeGreaterThan(0);
  await page.close();
});
