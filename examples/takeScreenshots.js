import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { createExampleServer } from './server/server.js';

// Takes the screenshots of the example app that the README shows: `node examples/takeScreenshots.js`.

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

const server = createExampleServer();
// The port that `npm run example` uses as well, because the app shows it.
server.listen(3000, '127.0.0.1');
await once(server, 'listening');
const app = await createServer({
  configFile: path('app/vite.config.ts'),
  server: { port: 0, hmr: false, watch: null },
  logLevel: 'warn',
});
await app.listen();
const { findChromium, chromiumArgs } = await app.ssrLoadModule(path('../test/support/findChromium.ts'));
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
  // The random wait before an attempt is long enough for a screenshot.
  await page.addInitScript('Math.random = () => 0.9');
  await page.goto(app.resolvedUrls?.local[0] ?? '');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1280, height });
  const panel = (/** @type {string} */ name) => page.getByRole('region', { name, exact: true });
  const event = (/** @type {number} */ id) => panel('Events').locator('.feed-id', { hasText: `${id}` });
  await page.getByRole('button', { name: 'How is the weather in Lima?' }).click();
  await event(9).first().waitFor();
  await panel('Song').getByRole('button', { name: 'Play' }).click();
  // Late enough that both still stream when the server cuts the feed after its 16th event.
  await event(14).waitFor();
  await panel('Download').getByRole('button', { name: 'Start' }).click();
  await panel('Chat').getByRole('textbox').fill('Show me Markdown');
  await page.keyboard.press('Enter');
  await panel('Chat').getByRole('textbox').blur();
  await panel('Live feed').getByText('Attempt 1 in').waitFor();
  await page.screenshot({ path: path(`../docs/images/example-app-${colorScheme}.png`) });
  await page.close();
}

await browser.close();
await app.close();
server.close();
server.closeAllConnections();
