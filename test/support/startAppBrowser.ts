import { chromium, type BrowserContextOptions } from 'playwright';
import { chromiumArgs } from './findChromium.ts';

/** Starts a Chromium that opens an app at a URL. */
export async function startAppBrowser(url: string) {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: chromiumArgs });

  return {
    /** Opens the app in a fresh context. `complaints` gathers what the page wrote to the console or threw. */
    async open(options?: BrowserContextOptions) {
      const page = await (await browser.newContext(options)).newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        // Chromium itself writes a line for each connection that the feed loses, and that is what the feed is for.
        if (message.text().includes('net::ERR_INCOMPLETE_CHUNKED_ENCODING')) return;
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url);
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}
