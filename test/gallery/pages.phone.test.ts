import { afterAll, expect, it } from 'vitest';
import { listPages, openGallery } from './openGallery.ts';

const gallery = await openGallery();
afterAll(() => gallery.close());

it.concurrent.each(await listPages())('%s: fits on a phone, and is dark throughout', async (_label, id) => {
  const page = await gallery.openPage(id);

  const found = await page.evaluate(() => {
    /** How bright a color is, from 0 to 255. A color that lets everything through counts as dark. */
    const brightnessOf = (color: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return alpha === 0 ? 0 : (red + green + blue) / 3;
    };
    const isVisible = (element: Element) => element.getBoundingClientRect().width > 0;
    const surfaces = [document.body, ...document.querySelectorAll('.docblock-source, .demo, .sbdocs-content tr')];
    return {
      tooWide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      bright: surfaces
        .filter((element) => isVisible(element) && brightnessOf(getComputedStyle(element).backgroundColor) > 128)
        .map((element) => element.className),
      rawTables: [...document.querySelectorAll('.sbdocs-content p')]
        .map((paragraph) => paragraph.textContent)
        .filter((text) => text.includes('| ---')),
    };
  });

  expect(found).toEqual({ tooWide: 0, bright: [], rawTables: [] });
  await page.close();
});
