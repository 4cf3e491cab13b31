import { chromium, type Page } from 'playwright';
import { inject } from 'vitest';
import { chromiumArgs } from '../support/findChromium.ts';

/** An entry of the gallery's index. */
interface ListedStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
  readonly tags: readonly string[];
}

/** Reads the entries that a visitor finds in the sidebar: what a title calls each of them, and its id. */
async function listEntries(kind: ListedStory['type']): Promise<[label: string, id: string][]> {
  const response = await fetch(`${inject('galleryUrl')}index.json`);
  const { entries } = (await response.json()) as { entries: Record<string, ListedStory> };
  return Object.values(entries)
    .filter(({ type, tags }) => type === kind && tags.includes('dev'))
    .map(({ title, name, id }) => [`${title}, ${name}`, id]);
}

/** Reads the stories. */
export const listStories = () => listEntries('story');

/** Reads the pages that explain the stories. */
export const listPages = () => listEntries('docs');

/** Storybook shows a story to this browser without its animations. To others it waits a tenth of a second after each change. */
const userAgent = 'StorybookTestRunner';

/** Starts a browser to open stories in, without the frame of the gallery around them. */
export async function openGallery() {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: chromiumArgs });
  return {
    /** Opens a story. `complaints` gathers what the page threw or wrote to the console as an error. */
    async open(id: string): Promise<{ page: Page; complaints: string[] }> {
      const page = await browser.newPage({ userAgent });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      // Without the accessibility check, which would run after each change. The stories' own tests have it.
      await page.goto(`${inject('galleryUrl')}iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
      await page.locator('#storybook-root :is(.demo, .recipe)').first().waitFor();
      return { page, complaints };
    },
    /** Opens the front page, with the frame of the gallery around it. */
    async openFrontPage(): Promise<Page> {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      await page.goto(inject('galleryUrl'));
      return page;
    },
    /** Opens the comparison of the gallery at `url`, with the fast answer. */
    async openComparison(url: string, fault: string): Promise<Page> {
      const page = await browser.newPage({ userAgent });
      await page.goto(`${url}iframe.html?id=compared--four-clients&viewMode=story&args=answer:fast;fault:${fault}`);
      return page;
    },
    /** Opens a page that explains stories, on a phone in the dark. */
    async openPage(id: string): Promise<Page> {
      const page = await browser.newPage({ userAgent, viewport: { width: 375, height: 720 } });
      await page.goto(`${inject('galleryUrl')}iframe.html?id=${id}&viewMode=docs&globals=colorScheme:dark`);
      await page.locator('.sbdocs-content h1').first().waitFor();
      // The stories of a page and the highlighter of its code are loaded after its text.
      await page.waitForLoadState('networkidle');
      const canvases = await page.locator('.sbdocs-preview').count();
      if (canvases > 0) await page.locator('.sbdocs-preview :is(.demo, .recipe)').first().waitFor();
      return page;
    },
    close: () => browser.close(),
  };
}
