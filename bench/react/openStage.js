import { chromium } from 'playwright';
import { importSource } from '../support/importSource.js';
import { buildPages } from './buildPages.js';
import { startBenchServer } from './startBenchServer.js';

const { chromiumArgs, findChromium } = await importSource('../test/support/findChromium.ts');

/**
 * Starts the server and a Chromium for a run of benchmarks. Playwright and the browser are those of the tests.
 *
 * @param options.pages - the folder of the pages.
 * @param options.names - the pages to build, all if it is left out.
 * @param options.source - the folder of the source, by default as it is now.
 * @param options.maxRounds - how often at most each page is played with an input.
 */
export async function openStage({ pages, names, source, maxRounds = Infinity }) {
  const server = await startBenchServer(await buildPages(pages, { names, source }));
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumArgs, '--js-flags=--expose-gc'],
  });

  /**
   * Opens a new page and calls its `prepare`, if any, and its `run` with `input`. Then calls `read`, if given, while the
   * page is as `run` left it.
   *
   * @param options.slowdown - how many times slower than this machine the main thread runs.
   * @param options.meanwhile - called when `run` is, for example to press keys. What it returns is called at the end.
   * @returns what `run` answered, the main thread's task time meanwhile in milliseconds of processor time, and what `read` answered.
   */
  const play = async (name, input, { timeout = 120_000, slowdown = 1, meanwhile, read } = {}) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${server.origin}/${name}`);
      await page.waitForFunction(() => 'run' in globalThis);
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await withTimeout(
        timeout,
        page.evaluate((input) => globalThis.prepare?.(input), input),
      );
      await session.send('HeapProfiler.collectGarbage');
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const before = await readTaskTime(session);
      const stop = meanwhile?.({ page, session });
      const answer = await withTimeout(
        timeout,
        page.evaluate((input) => globalThis.run(input), input),
      );
      stop?.();
      const taskTime = (await readTaskTime(session)) - before;
      if (errors.length > 0) throw new Error(`${name} ${JSON.stringify(input)}: ${errors[0]}`);
      return { answer, taskTime, reading: await read?.({ page, session }) };
    } finally {
      await context.close();
    }
  };

  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { play, close, server, maxRounds, version: browser.version() };
}

async function readTaskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

async function withTimeout(timeout, promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The page did not finish within ${timeout} ms.`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
