import { chromium, type ElementHandle, type JSHandle, type Page } from 'playwright';
import { expect } from 'vitest';
import { chromiumArgs } from '../support/findChromium.ts';
import { startSampleServer, type Exchange } from './startSampleServer.ts';
import type { Use } from './Use.ts';

/** A browser that opens samples. */
export interface SampleBrowser {
  /** The ids of the samples that were mounted so far. */
  readonly opened: ReadonlySet<string>;
  /** The ids of those whose requests were answered. */
  readonly used: ReadonlySet<string>;
  open(id: string, use?: Use): Promise<OpenSample>;
  close(): Promise<void>;
}

/** A sample in its page, and the server that it asks. */
export interface OpenSample {
  readonly page: Page;
  /** What the page wrote to the console as an error or a warning, or threw. */
  readonly complaints: readonly string[];
  /** Does what sends the request. */
  start(): Promise<void>;
  nextExchange(): Promise<Exchange>;
  /** Waits for a text, and gives the innermost element that shows it. */
  find(text: string): Promise<ElementHandle<SVGElement | HTMLElement>>;
  focusedElement(): Promise<JSHandle<Element | null>>;
  /** Presses a button by mouse or by key, and gives it. */
  press(name: string, how: 'mouse' | 'Enter' | 'Space'): Promise<ElementHandle<SVGElement | HTMLElement>>;
  /** Counts the requests of the sample, those included that it has only just begun to send. */
  countRequests(): Promise<number>;
  /** Loads the page again, after which the next exchange is the first one. */
  reload(): Promise<void>;
}

/** Starts a server with the bundled samples and a Chromium to open them in. */
export async function openSamples(script: string): Promise<SampleBrowser> {
  const server = await startSampleServer(script);
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: chromiumArgs });
  // One page for all samples, each in a fresh document: a new page for each would take most of the time.
  const page = await browser.newPage();
  page.setDefaultTimeout(5000);
  let complaints: string[] = [];
  watchComplaints(page, (complaint) => complaints.push(complaint));
  const opened = new Set<string>();
  const used = new Set<string>();

  const open = async (id: string, use?: Use): Promise<OpenSample> => {
    await page.goto('about:blank');
    server.reset();
    complaints = [];
    await page.goto(`${server.url}/#${encodeURIComponent(id)}`);
    opened.add(id);

    return {
      page,
      complaints,
      async start() {
        if (use?.start === 'form') {
          await page.getByRole('textbox').fill('Hi');
          await page.getByRole('textbox').press('Enter');
        }
        if (use?.start === 'button') await page.getByRole('button').click();
      },
      async nextExchange() {
        await expect.poll(() => server.exchanges.length).toBe(1);
        used.add(id);
        return server.exchanges[0]!;
      },
      async find(text) {
        const element = page.getByText(text).first();
        await element.waitFor({ state: 'attached' });
        return (await element.elementHandle())!;
      },
      focusedElement: () => page.evaluateHandle(() => document.activeElement),
      async press(name, how) {
        const button = await page.getByRole('button', { name }).elementHandle();
        if (how === 'mouse') await button!.click();
        else await button!.press(how);
        return button!;
      },
      async reload() {
        server.exchanges.length = 0;
        await page.reload();
      },
      async countRequests() {
        await settle(page);
        // A request that the page began before this one has reached the server by now.
        await page.evaluate(() => fetch('/marker'));
        return server.exchanges.length;
      },
    };
  };

  return {
    opened,
    used,
    open,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function watchComplaints(page: Page, complain: (complaint: string) => void): void {
  page.on('console', (message) => {
    // Chromium itself writes a line for each failed response, and that is what the test asks for.
    if (message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  page.on('pageerror', (error) => complain(String(error)));
}

/** Waits for two frames: the first renders what has arrived, the second comes after its effects. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
}
