import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../support/findChromium.ts';
import { createRandom } from '../support/createRandom.ts';
import { parseAll } from '../support/parseAll.ts';
import { createRandomStream, eventTypes, splitRandomly, type RandomStream } from './createRandomStream.ts';
import type { Seen } from './page.ts';
import { startStreamServer, type StreamServer } from './startStreamServer.ts';

// `npm test` compares a share of fixed streams, `npm run test:differential` ten times as many of a new seed.
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const count = Number(process.env['DIFFERENTIAL_STREAMS'] ?? 300);
/** Chromium opens six connections to a host. */
const lanes = 6;

let browser: Browser;
let page: Page;
let server: StreamServer;

const streams = new Map<number, RandomStream>();
const getStream = (number: number) => {
  const stream = streams.get(number) ?? createRandomStream(number);
  streams.set(number, stream);
  return stream;
};

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
  });
  const html = `<!doctype html><meta charset="utf-8"><script>${outputFiles[0]?.text}</script>`;
  server = await startStreamServer(html, (number) => getStream(number).chunks);
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });
  page = await browser.newPage();
  await page.goto(server.url);
}, 30_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function parseInNode(number: number): Seen[] {
  const chunks = splitRandomly(getStream(number).bytes, createRandom(number + 1));
  return parseAll(chunks).events.map(({ type, data, lastEventId }) => [type, data, lastEventId]);
}

/** Compares one stream three ways and describes the first event that differs. */
async function compare(number: number): Promise<{ events: number; difference: string | undefined }> {
  const [browsers, ours] = await page.evaluate(
    async ([url, types]) => [await differential.listen(url, types), await differential.parse(url)] as const,
    [`/${number}`, eventTypes] as const,
  );
  const oursInNode = parseInNode(number);
  let difference: string | undefined;
  for (let i = 0; i < Math.max(browsers.length, ours.length, oursInNode.length) && !difference; i++) {
    const [theirs, page, node] = [browsers[i], ours[i], oursInNode[i]].map((seen) => JSON.stringify(seen) ?? 'nothing');
    if (theirs === page && theirs === node) continue;
    difference = `seed ${number}, event ${i}: EventSource ${theirs}, ours ${page}, ours in Node ${node}`;
  }
  return { events: browsers.length, difference };
}

test('gives the same events, ids and types as the EventSource of Chromium', async () => {
  let next = seed;
  let events = 0;
  const differences: string[] = [];
  const runLane = async () => {
    while (next < seed + count) {
      const number = next++;
      const result = await compare(number);
      streams.delete(number);
      events += result.events;
      if (result.difference) differences.push(result.difference.slice(0, 1000));
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));

  console.log(`${count} streams from seed ${seed}, ${events} events, ${differences.length} differences`);
  expect(events).toBeGreaterThan(count);
  expect(differences, `Repeat with DIFFERENTIAL_SEED=${seed}`).toEqual([]);
}, 600_000);
