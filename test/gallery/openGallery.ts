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

/** Reads the stories that a visitor finds in the sidebar: what a title calls each of them, and its id. */
export async function listStories(): Promise<[label: string, id: string][]> {
  const response = await fetch(`${inject('galleryUrl')}index.json`);
  const { entries } = (await response.json()) as { entries: Record<string, ListedStory> };
  return Object.values(entries)
    .filter(({ type, tags }) => type === 'story' && tags.includes('dev'))
    .map(({ title, name, id }) => [`${title}, ${name}`, id]);
}

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
      await page.locator('#storybook-root .demo').waitFor();
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}
