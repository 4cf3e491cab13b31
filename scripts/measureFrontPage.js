import { chromium } from 'playwright';
import { createServer, preview } from 'vite';

// Prints how soon the front page of the gallery shows streamed text, in milliseconds after the navigation:
// `npm run docs:gallery && node scripts/measureFrontPage.js`. A busy machine is slower, so the computing time of the page is
// printed too.

const rounds = 5;

const loader = await createServer({ configFile: false, server: { middlewareMode: true, hmr: false, watch: null } });
const { chromiumArgs, findChromium } = await loader.ssrLoadModule('./test/support/findChromium.ts');
const server = await preview({
  configFile: false,
  build: { outDir: process.env['GALLERY_DIR'] ?? 'docs/public/gallery' },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });

/** Notes in the outer page when the text is painted. Runs in the page and in its frame. */
function noteFirstText() {
  const check = () => {
    const text = document.querySelector('.demo .output')?.textContent;
    if (!text) return void requestAnimationFrame(check);
    // The frame after the one that paints it.
    requestAnimationFrame(() => {
      const shownAt = performance.timeOrigin + performance.now();
      Reflect.set(window.top ?? window, 'firstText', shownAt - (window.top ?? window).performance.timeOrigin);
    });
  };
  requestAnimationFrame(check);
}

async function measure() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await context.addInitScript(noteFirstText);
  await page.goto(server.resolvedUrls?.local[0] ?? '', { waitUntil: 'commit' });
  const firstText = await page.waitForFunction(() => /** @type {number} */ (Reflect.get(window, 'firstText')));
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const result = { shown: Math.round(await firstText.jsonValue()), computed: Math.round(seconds * 1000) };
  await context.close();
  return result;
}

const results = [];
for (let round = 0; round < rounds; round += 1) results.push(await measure());
const medianOf = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(rounds / 2)];

console.table(results);
console.log(
  `median: shown after ${medianOf(results.map(({ shown }) => shown))} ms,`,
  `of which the page computed ${medianOf(results.map(({ computed }) => computed))} ms`,
);
await browser.close();
await Promise.all([server.close(), loader.close()]);
