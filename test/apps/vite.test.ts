import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { startExampleServer, type ExampleServer } from '../support/startExampleServer.ts';
import { createApp, type App } from './createApp.ts';
import { openBrowser, watchText, type TestBrowser } from './openBrowser.ts';

let server: ExampleServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startExampleServer();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const requestsTo = (route: string) => server.requests.filter(({ path }) => path === route);

describe.each(['18', '19'])('a Vite app on React %s', (version) => {
  let app: App;

  beforeAll(async () => {
    app = await createApp([`vite-react-${version}`, 'vite-app']);
  });

  it('checks its types', async () => {
    expect(await app.run('tsc', '-p', '.')).toBe('');
  });

  it('builds without a warning', async () => {
    expect(await app.run('vite', 'build', '--logLevel', 'warn')).toBe('');
  });

  it.each([
    ['as built', ['preview', '--port', '0']],
    ['in development', ['dev', '--port', '0']],
  ])('streams a chat and a feed %s, with one request each under StrictMode', async (_, args) => {
    const before = requestsTo('/chat').length;
    const vite = await app.start('vite', ...args);
    try {
      const { page, complaints, requests } = await browser.open(`${vite.url}/?server=${server.url}`);
      await expect.poll(() => page.getByRole('heading').textContent()).toMatch(`React ${version}.`);
      const lengths = await watchText(page.getByRole('log'), answerTo('What is a stream?'));
      expect(lengths.size).toBeGreaterThan(5);
      expect(await page.getByRole('status').textContent()).toBe('done');
      // Vite reloads the page if it finds a dependency late. Each load sends one request.
      const loads = requests.filter((request) => request === 'GET /').length;
      expect(requestsTo('/chat').length - before).toBe(loads);

      // The server cuts the feed after each third event, so this takes three connections.
      const firstEvents = async () => (await page.getByRole('listitem').allTextContents()).slice(0, 7).join(' ');
      await expect.poll(firstEvents).toBe('1 2 3 test 1 4 5 6');
      await page.getByRole('button').click();
      await expect.poll(() => requestsTo('/sse').filter(({ state }) => state === 'open')).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    } finally {
      await vite.stop();
    }
  });
});
