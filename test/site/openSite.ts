import { chromium, type Page } from 'playwright';
import { inject } from 'vitest';
import { chromiumArgs } from '../support/findChromium.ts';

/** Starts a browser to open the pages of the site in. */
export async function openSite() {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: chromiumArgs });
  return {
    /** Opens a page. `complaints` gathers what it wrote to the console as an error or a warning, and what it threw. */
    async open(path: string, colorScheme: 'light' | 'dark' = 'light') {
      const page: Page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${inject('siteUrl')}${path}`, { waitUntil: 'load' });
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}
