import { chromium, type Locator, type Page } from 'playwright';
import { expect } from 'vitest';
import { chromiumArgs } from '../support/findChromium.ts';

/** A browser that keeps what its pages complained of. */
export interface TestBrowser {
  /**
   * Opens a page. `complaints` gathers what it wrote to the console as an error or a warning, or threw, and `requests` the
   * methods and paths of what it asked for.
   */
  open(url: string): Promise<{ page: Page; complaints: string[]; requests: string[] }>;
  close(): Promise<void>;
}

/** Starts a Chromium. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: chromiumArgs });
  return {
    async open(url) {
      const page = await browser.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
      page.on('console', (message) => {
        // Chromium itself writes a line for each connection that a feed loses, and that is what a feed is for.
        if (message.text().includes('net::ERR_INCOMPLETE_CHUNKED_ENCODING')) return;
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url);
      return { page, complaints, requests };
    },
    close: () => browser.close(),
  };
}

/** Waits until an element has a text. Gives every length that its text was seen with on the way. */
export async function watchText(element: Locator, whole: string): Promise<Set<number>> {
  const lengths = new Set<number>();
  const read = async () => {
    const text = await element.textContent();
    lengths.add(text!.length);
    return text;
  };
  await expect.poll(read).toBe(whole);
  return lengths;
}
