import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, expect, inject, it } from 'vitest';
import { openSite } from './openSite.ts';

const site = await openSite();
afterAll(() => site.close());

const views = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 375 },
  { colorScheme: 'dark', width: 375 },
] as const;

async function listPages(): Promise<string[]> {
  const { page } = await site.open('/manual');
  const paths = await page
    .locator('.VPSidebar a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  await page.close();
  return ['/', '/manual', ...new Set(paths)];
}

const paths = await listPages();

/** What axe finds in a page, without the stories in it, which the gallery's tests check. */
async function findViolations(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ['iframe'] },
      // The generator's search button is called "Search" and also shows its keys.
      { rules: { 'label-content-name-mismatch': { enabled: false } } },
    );
    return results.violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

it.concurrent.each(paths)('%s fits every window, and neither axe nor the console finds a fault', async (path) => {
  const { page, complaints } = await site.open(path);
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) faults.push(`${colorScheme}, ${width} px: ${overflow} px too wide`);
    for (const violation of await findViolations(page)) faults.push(`${colorScheme}, ${width} px: ${violation}`);
  }
  await page.close();
  expect([...complaints, ...faults]).toEqual([]);
});

/** Reads the IDs of a page's elements, and where its links lead. */
async function readPage(path: string) {
  const { page } = await site.open(path);
  const ids = await page.locator('[id]').evaluateAll((nodes) => nodes.map(({ id }) => id));
  const hrefs = await page.locator('a').evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).href));
  await page.close();
  const links = hrefs.map((href) => new URL(href)).filter(({ origin }) => origin === inject('siteUrl'));
  return { ids: new Set(ids), links };
}

it('has no link to a page or a heading that does not exist', async () => {
  const pages = new Map<string, Awaited<ReturnType<typeof readPage>>>();
  const queue = [...paths];
  for (const path of queue) {
    if (pages.has(path)) continue;
    pages.set(path, await readPage(path));
    queue.push(
      ...pages
        .get(path)!
        .links.map(({ pathname }) => pathname)
        .filter((to) => !to.startsWith('/gallery/')),
    );
  }
  const galleryLinks = new Set<string>();
  const broken: string[] = [];
  for (const [from, { links }] of pages) {
    for (const { pathname, hash } of links) {
      if (pathname.startsWith('/gallery/')) galleryLinks.add(pathname);
      else if (hash !== '' && !pages.get(pathname)?.ids.has(decodeURIComponent(hash.slice(1)))) {
        broken.push(`${from} → ${pathname}${hash}`);
      }
    }
  }
  for (const path of [...pages.keys(), ...galleryLinks]) {
    const { ok } = await fetch(`${inject('siteUrl')}${path}`);
    if (!ok) broken.push(path);
  }
  expect(broken).toEqual([]);
});
