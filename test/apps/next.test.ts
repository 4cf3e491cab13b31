import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from './createApp.ts';
import { openBrowser, watchText, type TestBrowser } from './openBrowser.ts';
import type { StartedCommand } from './startCommand.ts';

const whole = `Count: ${Array.from({ length: 20 }, (_, index) => index + 1).join(' ')}`;

let app: App;
let browser: TestBrowser;

beforeAll(async () => {
  app = await createApp(['next']);
  browser = await openBrowser();
});

afterAll(() => browser.close());

it('builds, with its types checked', async () => {
  expect(await app.run('next', 'build')).toContain('/api/answer');
});

describe.each([
  ['as built', 'start'],
  ['in development', 'dev'],
])('the Next.js app %s', (_, command) => {
  let next: StartedCommand;

  beforeAll(async () => {
    next = await app.start('next', command, '--hostname', '127.0.0.1', '--port', '0');
  });

  afterAll(() => next.stop());

  it('renders the hooks on the server, idle', async () => {
    const html = await (await fetch(next.url)).text();
    expect(html).toContain('parsed events');
    expect(html).toContain('<p role="status">idle</p>');
  });

  it('streams from its route handlers, with one request for the answer and not a word on the console', async () => {
    const { page, complaints, requests } = await browser.open(next.url);
    expect((await watchText(page.getByRole('log'), whole)).size).toBeGreaterThan(5);
    expect(await page.getByRole('status').textContent()).toBe('done');
    expect(requests.filter((request) => request === 'POST /api/answer')).toHaveLength(1);

    // Each connection sends three events, and the next one resumes after them.
    await expect.poll(() => page.getByLabel('Feed').textContent()).toMatch(/: 1 2 3 4 5 6 7/);
    await page.getByRole('button', { name: 'Close the feed' }).click();
    await expect.poll(() => page.getByLabel('Feed').textContent()).toMatch(/^closed: /);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
