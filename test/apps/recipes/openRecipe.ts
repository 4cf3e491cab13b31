import axe from 'axe-core';
import type { JSHandle, Page } from 'playwright';
import { createApp } from '../createApp.ts';
import { openBrowser, type TestBrowser } from '../openBrowser.ts';

/** A recipe that was copied out, built and is served. */
export interface Recipe {
  /** What its type check and its build wrote, warnings included. Empty if there is nothing to complain of. */
  readonly buildOutput: string;
  /** Opens its page: see `TestBrowser.open`. */
  open(): ReturnType<TestBrowser['open']>;
  /** The requests that its server has finished, in order, and how each of them ended, such as `POST /api/chat: done`. */
  answered(): string[];
  close(): Promise<void>;
}

/** Copies a recipe out of the repository, installs what was packed, builds it and serves the build as its README says. */
export async function openRecipe(name: string): Promise<Recipe> {
  const app = await createApp([`../../examples/recipes/${name}`]);
  const checked = await app.run('tsc');
  const built = await app.run('vite', 'build', '--logLevel', 'warn');
  const vite = await app.start('vite', 'preview', '--host', '127.0.0.1', '--port', '0');
  const browser = await openBrowser();
  return {
    buildOutput: checked + built,
    open: () => browser.open(vite.url),
    answered: () => vite.output.split('\n').filter((line) => /^[A-Z]+ \/api\//.test(line)),
    async close() {
      await browser.close();
      await vite.stop();
    },
  };
}

/** Watches the elements of a selector from now on. The function that it returns lists every text that they showed. */
export async function watchTexts(page: Page, selector: string): Promise<() => Promise<string[]>> {
  const shown: JSHandle<Set<string>> = await page.evaluateHandle((selected) => {
    const texts = new Set<string>();
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll(selected)) texts.add(textContent);
    }).observe(document.body, { characterData: true, childList: true, subtree: true });
    return texts;
  }, selector);
  return () => shown.evaluate((texts) => [...texts]);
}

/** Watches a text that grows. The function that it returns lists what the elements of a selector showed of it so far. */
export async function watchGrowth(page: Page, selector: string): Promise<(whole: string) => Promise<string[]>> {
  const listTexts = await watchTexts(page, selector);
  return async (whole) => {
    const texts = await listTexts();
    return texts.filter((text) => text !== '' && text !== whole && whole.startsWith(text));
  };
}

/** The narrowest window that a page must fit (WCAG 2.2, 1.4.10). */
const narrowest = 320;

/** What axe finds in a page in light and dark colors, and what sticks out of a narrow window. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(
      async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
    );
    for (const { id, nodes } of violations) {
      faults.push(`${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }
  }
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: narrowest, height });
  const tooWide = await page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    return [...document.querySelectorAll('.recipe *:not(.visually-hidden)')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth && !scrolls(element.parentElement))
      .map(({ tagName, className }) => `${tagName} ${className}`);
  });
  faults.push(...tooWide.map((element) => `${narrowest} px: ${element} sticks out`));
  await page.setViewportSize({ width, height });
  return faults;
}
